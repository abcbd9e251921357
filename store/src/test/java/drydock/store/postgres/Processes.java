package drydock.store.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// Kills processes of a server that runs, as a machine without memory would.
public final class Processes {
  private Processes() {}

  /// The first process, which would restart all others.
  ///
  /// @return its pid
  public static long killServer(Path data) throws IOException {
    var pid = ready(data);
    kill(ProcessHandle.of(pid).orElseThrow());
    return pid;
  }

  /// One of the others: the server ends all connections, and recovers.
  ///
  /// @return its pid
  public static long killPart(Path data) throws IOException {
    var server = ProcessHandle.of(ready(data)).orElseThrow();
    var patience = new Patience(Duration.ofSeconds(60));
    var part = server.children().findAny();
    for (; part.isEmpty() && patience.lasts(); part = server.children().findAny()) {
      patience.poll();
    }
    kill(part.orElseThrow());
    return part.orElseThrow().pid();
  }

  private static long ready(Path data) throws IOException {
    var patience = new Patience(Duration.ofSeconds(60));
    while (patience.lasts()) {
      var found = Postmaster.read(data);
      if (found.isPresent() && found.get().isAlive() && found.get().ready()) {
        return found.get().pid();
      }
      patience.poll();
    }
    throw new AssertionError("no server runs in " + data);
  }

  private static void kill(ProcessHandle process) {
    if (!process.destroyForcibly()) {
      throw new AssertionError("cannot kill " + process);
    }
  }
}
