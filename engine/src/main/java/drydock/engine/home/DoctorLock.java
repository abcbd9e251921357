package drydock.engine.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// One `doctor` at a time works in a home, whether a server runs there or not: whoever holds this
/// owns what a doctor has in the making. The kernel's lock on the file `doctor.lock` ends with the
/// process, however that ends.
///
/// One for each process, as with [BackupLock].
public final class DoctorLock implements AutoCloseable {
  private final FileChannel channel;

  private DoctorLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Waits for another doctor to end.
  public static DoctorLock await(Home home) {
    var lock = new DoctorLock(open(home));
    try {
      lock.channel.lock();
      return lock;
    } catch (IOException e) {
      lock.close();
      throw cannotLock(home, e);
    }
  }

  /// @return none while a doctor runs
  static Optional<DoctorLock> tryTake(Home home) {
    var lock = new DoctorLock(open(home));
    try {
      if (lock.channel.tryLock() != null) {
        return Optional.of(lock);
      }
    } catch (OverlappingFileLockException _) {
      // One of this process.
    } catch (IOException e) {
      lock.close();
      throw cannotLock(home, e);
    }
    lock.close();
    return Optional.empty();
  }

  private static FileChannel open(Home home) {
    Path file = home.root().resolve("doctor.lock");
    try {
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      // Whoever may read it may lock it, and so hold us up.
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      return channel;
    } catch (IOException e) {
      throw cannotLock(home, e);
    }
  }

  private static UncheckedIOException cannotLock(Home home, IOException e) {
    return new UncheckedIOException("cannot lock " + home.root(), e);
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
