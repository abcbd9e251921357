package drydock.store.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// One Drydock per folder: per database of its own, and per home, for the database may be
/// elsewhere. The kernel's lock on the file `lock` ends with the process, however that ends; the
/// file `owner` beside it says whose it is, for the message.
///
/// They are two files because closing any descriptor of a locked file drops all of the process's
/// locks on it (fcntl(2), "Advisory record locking"): a second attempt in one process must be
/// refused before it opens the file.
public final class FolderLock implements AutoCloseable {
  private final FileChannel channel;
  private final Path owner;

  private FolderLock(FileChannel channel, Path owner) {
    this.channel = channel;
    this.owner = owner;
  }

  /// @throws StoreException with reason FOLDER_IN_USE, naming the process
  public static synchronized FolderLock take(Path folder) throws IOException {
    var owner = folder.resolve("owner");
    if (read(owner).equals(self())) {
      throw inUse(folder, self());
    }
    var file = folder.resolve("lock");
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    // Whoever may read it may lock it, and so keep us out.
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw inUse(folder, read(owner));
    }
    Files.writeString(owner, self());
    return new FolderLock(channel, owner);
  }

  @Override
  public void close() {
    try (channel) {
      Files.deleteIfExists(owner);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A pid alone does not tell a process from its successor in a container, where both are often 1.
  private static String self() {
    var process = ProcessHandle.current();
    var started = process.info().startInstant().map(Object::toString).orElse("unknown");
    return "pid " + process.pid() + ", started " + started;
  }

  private static String read(Path owner) throws IOException {
    return Files.exists(owner) ? Files.readString(owner) : "";
  }

  private static StoreException inUse(Path folder, String by) {
    return new StoreException(
        StoreException.Reason.FOLDER_IN_USE,
        "another Drydock is using "
            + folder
            + (by.isEmpty() ? "" : " (" + by + ")")
            + ": stop it, or set DRYDOCK_HOME to another folder");
  }
}
