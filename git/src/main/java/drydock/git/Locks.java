package drydock.git;

import drydock.git.process.GitException;
import drydock.git.process.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// One holder of a name at a time, among the threads of this process and among processes: a file
/// lock belongs to the whole process, so both are needed. The system frees a dead process's locks.
final class Locks {
  private final Path folder;
  private final ConcurrentHashMap<String, ReentrantLock> threads = new ConcurrentHashMap<>();

  Locks(Path folder) {
    this.folder = folder;
  }

  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  /// Waits.
  ///
  /// @throws GitException if interrupted meanwhile
  Held lock(String name) {
    var thread = threads.computeIfAbsent(name, _ -> new ReentrantLock());
    try {
      thread.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GitException(GitException.Cause.FAILED, "interrupted", e);
    }
    try {
      Files.createDirectories(folder);
      var channel =
          FileChannel.open(
              folder.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.lock();
      return () -> {
        try {
          channel.close(); // first: within a process a second file lock is an error, not a wait
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        } finally {
          thread.unlock();
        }
      };
    } catch (IOException e) {
      thread.unlock();
      throw Trouble.of(e, "locking " + name);
    }
  }
}
