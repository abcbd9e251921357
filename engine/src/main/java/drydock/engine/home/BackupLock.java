package drydock.engine.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Nothing is removed while a backup is made, by whatever process: many may remove at a time, or
/// one may copy. The kernel's lock on the file `backup.lock` ends with the process, however that
/// ends; in the file stands what a backup has in the making, so that the next start can remove it.
///
/// One for each process: closing any descriptor of a locked file drops all of the process's locks
/// on it (fcntl(2), "Advisory record locking"). Thread safe.
public final class BackupLock implements AutoCloseable {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final FileChannel channel;
  private @Nullable FileLock shared;
  private int removers;

  /// What the holder closes.
  public interface Held extends AutoCloseable {
    @Override
    void close();
  }

  private BackupLock(FileChannel channel) {
    this.channel = channel;
  }

  public static BackupLock in(Home home) {
    var file = home.root().resolve("backup.lock");
    try {
      var channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      // Whoever may read it may lock it, and so hold us up.
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      return new BackupLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + home.root(), e);
    }
  }

  /// Does not wait.
  ///
  /// @return none if a backup is being made
  public synchronized Optional<Held> removing() {
    try {
      if (removers == 0) {
        shared = channel.tryLock(0, Long.MAX_VALUE, true);
        if (shared == null) {
          return Optional.empty();
        }
      }
      removers++;
      return Optional.of(this::removed);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock against backups", e);
    }
  }

  private synchronized void removed() {
    if (--removers == 0 && shared != null) {
      release(shared);
    }
  }

  /// Waits for those who remove just now.
  ///
  /// @param unfinished where the backup is in the making
  /// @param waiting run once, if it must wait
  /// @return none if another backup is being made, or removing takes too long
  public Optional<Held> copying(Path unfinished, Duration atMost, Runnable waiting)
      throws InterruptedException {
    var end = System.nanoTime() + atMost.toNanos();
    var tell = waiting;
    try {
      do {
        var exclusive = channel.tryLock();
        if (exclusive != null) {
          removeUnfinished();
          note(unfinished.toAbsolutePath().toString());
          return Optional.of(() -> copied(exclusive));
        }
        tell.run();
        tell = () -> {};
        Thread.sleep(LOOK_AGAIN);
      } while (System.nanoTime() < end);
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock against removals", e);
    }
  }

  private void copied(FileLock exclusive) {
    try {
      note("");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot end the backup", e);
    } finally {
      release(exclusive);
    }
  }

  /// Removes what a backup that was killed had in the making; nothing happens while one is made.
  public void sweep() {
    try {
      var exclusive = channel.tryLock();
      if (exclusive != null) {
        removeUnfinished();
        copied(exclusive);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove what a backup left", e);
    }
  }

  private void removeUnfinished() throws IOException {
    var bytes = ByteBuffer.allocate((int) Math.min(channel.size(), 8192));
    channel.read(bytes, 0);
    var noted = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    if (noted.endsWith(".unfinished")) {
      Files.deleteIfExists(Path.of(noted));
    }
  }

  private void note(String text) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
  }

  private static void release(FileLock lock) {
    try {
      lock.release();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unlock", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
