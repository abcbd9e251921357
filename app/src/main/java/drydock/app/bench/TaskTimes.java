package drydock.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Times of whole tasks on a live server.
final class TaskTimes {
  private final ServerProcess server;
  private final ObjectMapper json = new ObjectMapper();

  TaskTimes(ServerProcess server) {
    this.server = server;
  }

  /// @param firstModelCall from the request to the gateway's first model request, in ms
  /// @param whole from the request to the task's end, in ms
  /// @param step the time between one model answer and the next request, median, in ms
  record Times(double firstModelCall, double whole, double step) {}

  Times run(Path repository, String script) throws IOException, InterruptedException {
    var began = Instant.now();
    var task =
        server.post(
            "/api/tasks",
            Map.of(
                "prompt",
                "bench",
                "model",
                "scripted/" + script,
                "repo",
                Map.of("url", repository.toString())));
    var id = task.path("id").asText();
    var ended = server.ended(id);
    if (!ended.path("state").asText().equals("succeeded")) {
      throw new IOException("the bench task did not succeed: " + ended);
    }
    var end = Instant.parse(ended.path("attempts").path(0).path("endedAt").asText());
    var calls = calls(id);
    return new Times(millis(began, at(calls.getFirst())), millis(began, end), step(calls));
  }

  private List<JsonNode> calls(String id) throws IOException, InterruptedException {
    var calls = new ArrayList<JsonNode>();
    for (var line : server.text("/logs/" + id + "/gateway.jsonl").lines().toList()) {
      calls.add(json.readTree(line));
    }
    return calls;
  }

  private static double step(List<JsonNode> calls) {
    var steps = new ArrayList<Double>();
    for (var i = 1; i < calls.size(); i++) {
      var answered =
          at(calls.get(i - 1)).plus(Duration.parse(calls.get(i - 1).path("took").asText()));
      steps.add(millis(answered, at(calls.get(i))));
    }
    return steps.isEmpty()
        ? 0
        : new Samples(steps.stream().mapToDouble(Double::doubleValue).toArray()).median();
  }

  private static Instant at(JsonNode call) {
    return Instant.parse(call.path("at").asText());
  }

  private static double millis(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e6;
  }
}
