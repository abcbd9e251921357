package drydock.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/// A server that is started again whenever it dies, as a service manager would, and a client that
/// asks until it is answered. Thread safe.
final class KeptAlive implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final Path installation;
  private final Path home;
  private final Map<String, String> settings;
  private final Thread keeper;
  private volatile ServerProcess server;
  private volatile boolean open = true;

  @FunctionalInterface
  interface Question<T> {
    T ask(ServerProcess server) throws IOException, InterruptedException;
  }

  KeptAlive(Path installation, Path home, Map<String, String> settings) throws IOException {
    this.installation = installation;
    this.home = home;
    this.settings = settings;
    this.server = ServerProcess.startAsIs(installation, home, settings);
    this.keeper = Thread.ofPlatform().name("keeper").start(this::keep);
  }

  private void keep() {
    while (open) {
      try {
        server.await();
        if (open) {
          server = ServerProcess.startAsIs(installation, home, settings);
        }
      } catch (IOException _) {
        // It was killed before it was up: once more.
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  void kill() {
    server.kill();
  }

  JsonNode post(String path, String key, Map<String, ?> body)
      throws IOException, InterruptedException {
    return ask(server -> server.post(path, key, body));
  }

  /// @throws IOException if there is no answer for longer than anything is killed
  <T> T ask(Question<T> question) throws IOException, InterruptedException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return question.ask(server);
      } catch (IOException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        Thread.sleep(ThreadLocalRandom.current().nextInt(50, 250));
      }
    }
  }

  /// Stops it in good order.
  @Override
  public void close() {
    open = false;
    server.close();
    try {
      keeper.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
