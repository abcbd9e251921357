package drydock.server;

import drydock.api.Json;
import drydock.api.TaskShown;
import drydock.domain.Secret;
import drydock.domain.secret.Secrets;
import drydock.domain.task.TaskId;
import drydock.engine.supply.KnownRepositories;
import drydock.engine.supply.Supplies;
import drydock.server.access.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A server on a free port over a workstation in memory, and a client whose every response is held
/// to the API's description.
final class TestServer implements AutoCloseable {
  static final String TOKEN = "a-token-of-decent-length";
  static final Secrets SECRETS = new Secrets(List.of(new Secret(TOKEN)));
  static final long MAX_UPLOAD = 1 << 20;

  final SettableClock clock = new SettableClock(Instant.parse("2026-05-17T10:00:00Z"));
  final Access access =
      new Access(new Secret(TOKEN), new MemoryAccessTokens(), clock, new SecureRandom());
  final MemoryFiles files;
  final MemoryWorkstation workstation;
  final MemoryRepositories repositories = new MemoryRepositories();
  final ToldRemotes remotes = new ToldRemotes();
  final MemoryModels models = new MemoryModels();
  final HttpServer server;
  final Path scratch;
  private final Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Json json = new Json();

  TestServer() {
    this(Optional.empty());
  }

  TestServer(Optional<URI> publicUrl) {
    try {
      folder = Files.createTempDirectory("drydock-server");
      scratch = Files.createDirectory(folder.resolve("scratch"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files = new MemoryFiles(scratch);
    workstation = new MemoryWorkstation(clock, files);
    var settings =
        new ServerSettings(
            "127.0.0.1", 0, publicUrl, scratch, MAX_UPLOAD, BuiltWeb.in(folder), SECRETS);
    server =
        HttpServer.start(
            settings,
            workstation,
            new Supplies(new KnownRepositories(repositories, remotes, clock), models),
            new MemoryAnswers(),
            access,
            clock);
  }

  URI at(String path) {
    return server.address().resolve(path);
  }

  /// A request without any proof of who asks.
  HttpRequest.Builder bare(String path) {
    return HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(20));
  }

  HttpRequest.Builder as(String path) {
    return bare(path).header("Authorization", "Bearer " + TOKEN);
  }

  /// With a token of this server other than the operator's.
  HttpRequest.Builder as(String token, String path) {
    return bare(path).header("Authorization", "Bearer " + token);
  }

  HttpResponse<String> get(String path) {
    return send(as(path).GET());
  }

  HttpResponse<String> delete(String path) {
    return send(as(path).DELETE());
  }

  HttpResponse<String> post(String path, String body) {
    return send(
        as(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> post(String path) {
    return send(as(path).POST(BodyPublishers.noBody()));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      var response = client.send(request.build(), BodyHandlers.ofString());
      OpenApi.check(response);
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  <T> T read(HttpResponse<String> response, Class<T> type) {
    return json.read(response.body(), type);
  }

  /// A new task, asked for over HTTP.
  TaskId task(String prompt) {
    var response = post("/api/tasks", json.write(Map.of("prompt", prompt)));
    return read(response, TaskShown.class).id();
  }

  @Override
  public void close() {
    client.close();
    server.close();
    try (var left = Files.walk(folder)) {
      left.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
