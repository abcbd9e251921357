package drydock.sandbox;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

/// A live sandbox. Thread safe. The streams are the command's; the caller must read both outputs,
/// or the command stalls.
public interface Sandbox extends AutoCloseable {
  OutputStream stdin();

  InputStream stdout();

  InputStream stderr();

  /// Waits for the end of the command.
  Exit waitFor() throws InterruptedException;

  /// As [#waitFor()], for at most this long.
  Optional<Exit> waitFor(Duration atMost) throws InterruptedException;

  /// Kills every process inside, at once. Idempotent.
  void kill();

  Stats stats();

  /// Kills, and removes everything of the sandbox but the folders of its spec. When it returns no
  /// process of the sandbox lives. Idempotent.
  @Override
  void close();

  /// @param status the command's exit status; 128 + signal if one ended it
  record Exit(int status, Reason reason) {
    public enum Reason {
      EXITED,
      /// By [#kill] or [#close].
      KILLED,
      /// A process was ended for want of memory, and the command failed.
      MEMORY_LIMIT,
      DISK_LIMIT
    }
  }

  /// What it takes now; -1 where it cannot be known.
  record Stats(long memoryBytes, long cpuNanos, long pids) {}
}
