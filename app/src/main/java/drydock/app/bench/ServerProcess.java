package drydock.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// A Drydock of its own, as a process, spoken to as anybody would: by HTTP.
final class ServerProcess implements AutoCloseable {
  private static final String UP = "Drydock is up at ";

  private final Process process;
  private final URI address;
  private final String token;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper json = new ObjectMapper();

  private ServerProcess(Process process, URI address, String token) {
    this.process = process;
    this.address = address;
    this.token = token;
  }

  /// As people start it. Serves when it returns.
  static ServerProcess start(Path installation, Path home, Map<String, String> settings)
      throws IOException {
    return start(List.of(installation.resolve("drydock").toString(), "up"), home, settings);
  }

  /// As this program runs: nothing is built or rehearsed before.
  static ServerProcess startAsIs(Path installation, Path home, Map<String, String> settings)
      throws IOException {
    var argv =
        List.of(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-Ddrydock.home=" + installation,
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "drydock.app.Main",
            "up");
    return start(argv, home, settings);
  }

  static ServerProcess start(List<String> argv, Path home, Map<String, String> settings)
      throws IOException {
    var builder = new ProcessBuilder(argv);
    builder.environment().keySet().removeIf(ServerProcess::isSetting);
    builder.environment().put("DRYDOCK_HOME", home.toString());
    builder.environment().put("DRYDOCK_PORT", "0");
    builder.environment().putAll(settings);
    builder.redirectError(
        ProcessBuilder.Redirect.appendTo(home.resolveSibling("server.log").toFile()));
    var process = builder.start();
    var out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line; (line = out.readLine()) != null; ) {
      if (line.startsWith(UP)) {
        var address = URI.create(line.substring(UP.length(), line.indexOf(' ', UP.length())));
        return new ServerProcess(process, address, Files.readString(home.resolve("token")).strip());
      }
    }
    throw new IOException(
        "the server did not start: " + Files.readString(home.resolveSibling("server.log")));
  }

  /// What a person's own server is told is not for this one.
  private static boolean isSetting(String variable) {
    return Stream.of("DRYDOCK_", "OPENAI_", "ANTHROPIC_").anyMatch(variable::startsWith);
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return json.readTree(send(request(path).GET()).body());
  }

  /// None if it is not there.
  Optional<JsonNode> find(String path) throws IOException, InterruptedException {
    var response = http.send(request(path).GET().build(), BodyHandlers.ofString());
    if (response.statusCode() == 404) {
      return Optional.empty();
    }
    return Optional.of(json.readTree(checked(response).body()));
  }

  String text(String path) throws IOException, InterruptedException {
    return send(request(path).GET()).body();
  }

  JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return post(path, UUID.randomUUID().toString(), body);
  }

  /// @param key with which the same request may be sent again without being carried out twice
  JsonNode post(String path, String key, Map<String, ?> body)
      throws IOException, InterruptedException {
    return json.readTree(
        send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))))
            .body());
  }

  /// Waits for the end of a task.
  JsonNode ended(String id) throws IOException, InterruptedException {
    while (true) {
      var task = get("/api/tasks/" + id + "?wait=30");
      if (List.of("succeeded", "failed", "canceled").contains(task.path("state").asText())) {
        return task;
      }
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json");
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return checked(http.send(request.build(), BodyHandlers.ofString()));
  }

  private static HttpResponse<String> checked(HttpResponse<String> response) throws IOException {
    if (response.statusCode() >= 400) {
      throw new IOException(response.statusCode() + ": " + response.body());
    }
    return response;
  }

  /// `kill -9`.
  void kill() {
    process.destroyForcibly();
  }

  /// Until it has ended.
  void await() throws InterruptedException {
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    http.close();
  }
}
