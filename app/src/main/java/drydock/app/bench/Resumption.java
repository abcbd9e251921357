package drydock.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/// How soon what a killed server was doing goes on when it is back.
final class Resumption {
  private static final int TASKS = 8;

  private final Path installation;
  private final Path home;
  private final Map<String, String> settings;

  Resumption(Path installation, Path home, Map<String, String> settings) {
    this.installation = installation;
    this.home = home;
    this.settings = settings;
  }

  /// @param ended how many of the tasks ended right
  /// @param back from the server's first answer to each agent being at work again, in ms
  record Figures(int tasks, int ended, Samples back) {}

  Figures run(Path repository) throws IOException, InterruptedException {
    var ids = new ArrayList<String>();
    Instant killed;
    try (var server = ServerProcess.startAsIs(installation, home, settings)) {
      for (var i = 0; i < TASKS; i++) {
        ids.add(
            server
                .post(
                    "/api/tasks",
                    Map.of(
                        "prompt", "sleep",
                        "model", "scripted/sleep",
                        "repo", Map.of("url", repository.toString())))
                .path("id")
                .asText());
      }
      for (var id : ids) {
        while (working(server, id, Instant.EPOCH).isEmpty()) {
          Thread.sleep(20);
        }
      }
      killed = Instant.now();
      server.kill();
    }
    try (var server = ServerProcess.startAsIs(installation, home, settings)) {
      var up = Instant.now();
      var millis = new double[TASKS];
      var ended = 0;
      for (var i = 0; i < TASKS; i++) {
        if (server.ended(ids.get(i)).path("state").asText().equals("succeeded")) {
          ended++;
        }
        var again = working(server, ids.get(i), killed).orElseThrow();
        millis[i] = Math.max(0, Duration.between(up, again).toNanos() / 1e6);
      }
      return new Figures(TASKS, ended, new Samples(millis));
    }
  }

  /// When the agent was first at work after this moment.
  private static Optional<Instant> working(ServerProcess server, String id, Instant after)
      throws IOException, InterruptedException {
    var events = new ArrayList<JsonNode>();
    server.get("/api/tasks/" + id + "/events?limit=1000").path("events").forEach(events::add);
    return events.stream()
        .filter(event -> event.path("to").asText().equals("running"))
        .map(event -> Instant.parse(event.path("at").asText()))
        .filter(at -> at.isAfter(after))
        .findFirst();
  }
}
