package drydock.store.postgres;

import static drydock.store.postgres.StoreException.Reason.START_FAILED;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

/// Starts the server of a folder in which none runs.
final class Launch {
  private static final int TRIES = 10;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final ServerFolder folder;
  private final ServerUser user;
  private final Binaries binaries;

  Launch(ServerFolder folder, ServerUser user, Binaries binaries) {
    this.folder = folder;
    this.user = user;
    this.binaries = binaries;
  }

  /// @return the server, ready
  Postmaster run() throws IOException {
    for (var attempt = 1; ; attempt++) {
      var logged = Files.size(folder.log());
      var postmaster = awaitReady(start());
      if (postmaster.isPresent()) {
        return postmaster.get();
      }
      var said = ServerLog.since(folder.log(), logged);
      if (attempt == TRIES || !ServerLog.tellsOfPassingTrouble(said)) {
        throw new StoreException(
            START_FAILED,
            "the database server did not start: %s (see %s)"
                .formatted(ServerLog.reason(said), folder.log()));
      }
      Patience.pause(PAUSE.multipliedBy(attempt));
    }
  }

  private Process start() throws IOException {
    return Programs.clean(ServerCommand.of(user, binaries.postgres(), folder.data(), freePort()))
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
        .start();
  }

  private Optional<Postmaster> awaitReady(Process process) throws IOException {
    var patience = new Patience(EmbeddedServer.START_TIME);
    var ready = false;
    try {
      while (process.isAlive() && patience.lasts()) {
        var found = Postmaster.read(folder.data());
        ready = found.isPresent() && found.get().pid() == process.pid() && found.get().ready();
        if (ready) {
          return found;
        }
        patience.poll();
      }
      return Optional.empty();
    } finally {
      if (!ready) {
        process.destroyForcibly();
      }
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
