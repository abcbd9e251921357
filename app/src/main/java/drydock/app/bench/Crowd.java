package drydock.app.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;

/// Many tasks at once, and a person who looks at the list meanwhile.
final class Crowd {
  private final ServerProcess server;

  Crowd(ServerProcess server) {
    this.server = server;
  }

  /// @param ended how many of them ended right
  /// @param seconds until the last had ended
  /// @param firstPage of the task list, while they ran
  record Figures(int tasks, int ended, double seconds, Samples firstPage) {}

  Figures run(Path repository, int tasks) throws Exception {
    var began = System.nanoTime();
    var ids = new ArrayList<String>();
    for (var i = 0; i < tasks; i++) {
      ids.add(
          server
              .post(
                  "/api/tasks",
                  Map.of(
                      "prompt",
                      "crowd " + i,
                      "model",
                      "scripted/say",
                      "repo",
                      Map.of("url", repository.toString())))
              .path("id")
              .asText());
    }
    var pages = new ArrayList<Double>();
    while (server.get("/api/tasks?state=queued&limit=1").path("tasks").size() > 0) {
      var asked = System.nanoTime();
      server.get("/api/tasks?limit=50");
      pages.add((System.nanoTime() - asked) / 1e6);
      Thread.sleep(50);
    }
    var ended = 0;
    for (var id : ids) {
      if (server.ended(id).path("state").asText().equals("succeeded")) {
        ended++;
      }
    }
    return new Figures(
        tasks,
        ended,
        (System.nanoTime() - began) / 1e9,
        new Samples(pages.stream().mapToDouble(Double::doubleValue).toArray()));
  }
}
