package drydock.e2e.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/// Speaks to a server as a person's program would. Thread safe.
public final class Client {
  public static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TASK = Duration.ofSeconds(150);
  private static final List<String> ENDED = List.of("succeeded", "failed", "canceled");

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;
  private final String token;

  Client(URI server, String token) {
    this.server = server;
    this.token = token;
  }

  /// @param text the body; a status other than the one expected is looked at by the caller
  public record Answer(int status, String text) {
    public JsonNode json() {
      return parse(text);
    }
  }

  public static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(json, e);
    }
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /// Without a token.
  public Answer getAsStranger(String path) {
    return send(HttpRequest.newBuilder(server.resolve(path)).GET());
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  public Answer put(String path, JsonNode body) {
    var bytes = BodyPublishers.ofString(body.toString(), UTF_8);
    return send(request(path).header("content-type", "application/json").PUT(bytes));
  }

  public Answer post(String path, JsonNode body) {
    return send(posting(path, body));
  }

  /// As [#post(String, JsonNode)], once for each key.
  public Answer post(String path, JsonNode body, String key) {
    return send(posting(path, body).header("Idempotency-Key", key));
  }

  private HttpRequest.Builder posting(String path, JsonNode body) {
    var bytes = BodyPublishers.ofString(body.toString(), UTF_8);
    return request(path).header("content-type", "application/json").POST(bytes);
  }

  /// @return the upload's id
  public String upload(Path archive) {
    return expect(201, tryUpload(archive)).path("upload").asText();
  }

  public Answer tryUpload(Path archive) {
    try {
      return send(
          request("/api/uploads?name=" + archive.getFileName())
              .POST(BodyPublishers.ofFile(archive)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @return the task's id
  public String create(ObjectNode request) {
    return expect(202, post("/api/tasks", request)).path("id").asText();
  }

  /// As [#create(ObjectNode)], once for each key.
  public String create(ObjectNode request, String key) {
    return expect(202, post("/api/tasks", request, key)).path("id").asText();
  }

  public JsonNode task(String id) {
    return expect(200, get("/api/tasks/" + id));
  }

  /// Waits until the task has ended.
  public JsonNode ended(String id) {
    return when(id, task -> ENDED.contains(task.path("state").asText()));
  }

  public JsonNode when(String id, Predicate<JsonNode> isSo) {
    return Waiting.until(
        TASK,
        () -> {
          var task = task(id);
          return isSo.test(task) ? task : null;
        },
        () -> "task " + id + " is still\n" + task(id).toPrettyString() + "\n" + story(id));
  }

  /// Waits for an event of the task.
  public JsonNode whenEvent(String id, Predicate<JsonNode> isIt) {
    return Waiting.until(
        TASK,
        () -> events(id).stream().filter(isIt).findFirst().orElse(null),
        () -> "there is no such event of " + id + "\n" + story(id));
  }

  /// All events so far.
  public List<JsonNode> events(String id) {
    var all = JSON.createArrayNode();
    var after = 0L;
    while (true) {
      var request =
          request("/api/tasks/" + id + "/events?after=" + after)
              .header("accept", "application/json");
      var page = expect(200, send(request.GET()));
      all.addAll((ArrayNode) page.path("events"));
      if (!page.hasNonNull("next")) {
        return List.copyOf(all.valueStream().toList());
      }
      after = page.path("next").asLong();
    }
  }

  /// The task's events in lines that a person can read.
  public String story(String id) {
    var lines = new StringBuilder();
    for (var event : events(id)) {
      var rest = ((ObjectNode) event).deepCopy();
      rest.remove(List.of("number", "attempt", "at", "actor", "type"));
      var text = rest.toString();
      lines.append(
          "%4d %-16s %s%n"
              .formatted(
                  event.path("number").asInt(),
                  event.path("type").asText(),
                  text.substring(0, Math.min(400, text.length()))));
    }
    return lines.toString();
  }

  /// Empty if there is none.
  public String patch(String id) {
    var answer = get("/api/tasks/" + id + "/diff.patch");
    return answer.status() == 404 ? "" : answer.text();
  }

  public static JsonNode expect(int status, Answer answer) {
    if (answer.status() != status) {
      throw new AssertionError("expected " + status + " but got " + answer);
    }
    return answer.json();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).header("authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), text(response));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// JSON is UTF-8; of everything else each byte is one character, so that nothing is lost.
  private static String text(HttpResponse<byte[]> response) {
    var isJson = response.headers().firstValue("content-type").orElse("").contains("json");
    return new String(response.body(), isJson ? UTF_8 : ISO_8859_1);
  }
}
