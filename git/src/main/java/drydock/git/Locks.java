package drydock.git;

import drydock.domain.NamedLocks;
import drydock.git.process.GitException;
import drydock.git.process.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// One holder of a name at a time, among the threads of this process and among processes: a file
/// lock belongs to the whole process, so both are needed. The system frees a dead process's locks.
final class Locks {
  private final Path folder;
  private final NamedLocks threads = new NamedLocks();

  Locks(Path folder) {
    this.folder = folder;
  }

  private Path file(String name) {
    return folder.resolve(name + ".lock");
  }

  /// Removes the file of a name that the caller holds, and that nobody will ask for again soon: of
  /// processes that wait for it now, two could come to hold it.
  void forget(String name) {
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw Trouble.of(e, "locking " + name);
    }
  }

  /// Waits.
  ///
  /// @throws GitException if interrupted meanwhile
  NamedLocks.Held lock(String name) {
    NamedLocks.Held thread;
    try {
      thread = threads.lockInterruptibly(name);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GitException(GitException.Cause.FAILED, "interrupted", e);
    }
    try {
      Files.createDirectories(folder);
      var channel =
          FileChannel.open(file(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.lock();
      return () -> {
        try {
          channel.close(); // first: within a process a second file lock is an error, not a wait
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        } finally {
          thread.close();
        }
      };
    } catch (IOException e) {
      thread.close();
      throw Trouble.of(e, "locking " + name);
    }
  }
}
