package drydock.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/// The HTTP API. Every method throws [CliException] with a line for a person when the server is not
/// there, or says no.
final class Server implements AutoCloseable {
  private final Address address;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  Server(Address address) {
    this.address = address;
  }

  Address address() {
    return address;
  }

  ObjectNode object() {
    return json.createObjectNode();
  }

  JsonNode get(String path) {
    return tree(text(request(path).header("Accept", "application/json").GET()));
  }

  /// A request that creates carries a key of its own: sent twice by whoever stands between, it
  /// creates once.
  JsonNode post(String path, ObjectNode body) {
    return tree(
        text(
            request(path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body.toString()))));
  }

  /// A request that sets something to what it is then.
  JsonNode put(String path, ObjectNode body) {
    return tree(
        text(
            request(path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body.toString()))));
  }

  /// @param name for people: what the archive is of
  JsonNode upload(Path archive, String name, String contentType) {
    return tree(
        text(
            request("/api/uploads?name=" + TaskCommands.encode(name))
                .header("Accept", "application/json")
                .header("Content-Type", contentType)
                .POST(file(archive))));
  }

  void delete(String path) {
    text(request(path).DELETE());
  }

  /// The body of an answer that is not JSON.
  byte[] bytes(String path) {
    try (var body = send(request(path).GET()).body()) {
      return body.readAllBytes();
    } catch (IOException e) {
      throw gone(e);
    }
  }

  /// A stream of events that the caller closes.
  ///
  /// @param after the number of the last event that is known already
  InputStream events(String id, long after) {
    return send(request("/api/tasks/" + id + "/events?after=" + after)
            .header("Accept", "text/event-stream")
            .header("Last-Event-ID", Long.toString(after))
            .GET())
        .body();
  }

  JsonNode parse(String text) throws JsonProcessingException {
    return json.readTree(text);
  }

  /// For people: what a program would print again.
  String pretty(JsonNode node) {
    return node.toPrettyString();
  }

  @Override
  public void close() {
    // An open client holds the exit of the JVM up for 300 ms.
    http.shutdownNow();
    http.close();
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(address.at(path));
    address.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    return request;
  }

  private static BodyPublisher file(Path path) {
    try {
      return BodyPublishers.ofFile(path);
    } catch (IOException e) {
      throw new CliException(ExitCode.USAGE, "cannot read " + path);
    }
  }

  private String text(HttpRequest.Builder request) {
    try (var body = send(request).body()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw gone(e);
    }
  }

  private HttpResponse<InputStream> send(HttpRequest.Builder builder) {
    var request = builder.build();
    try {
      var response = http.send(request, BodyHandlers.ofInputStream());
      if (response.statusCode() < 300) {
        return response;
      }
      throw Problem.of(this, request.uri().getPath(), response);
    } catch (IOException e) {
      throw gone(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CliException(ExitCode.TASK_FAILED, "interrupted");
    }
  }

  private JsonNode tree(String text) {
    try {
      return text.isBlank() ? json.createObjectNode() : json.readTree(text);
    } catch (JsonProcessingException _) {
      throw new CliException(
          ExitCode.NO_SERVER,
          address.base() + " answers, but not as Drydock does; see DRYDOCK_URL");
    }
  }

  private CliException gone(IOException e) {
    return new CliException(
        ExitCode.NO_SERVER,
        "no server at %s (%s); start one with: ./drydock up   or name another in DRYDOCK_URL"
            .formatted(address.base(), reason(e)));
  }

  private static String reason(IOException e) {
    return switch (e) {
      case java.net.http.HttpTimeoutException _ -> "no answer in time";
      case java.net.ConnectException _ -> "connection refused";
      default -> e.getMessage() == null ? "the connection broke" : e.getMessage();
    };
  }
}
