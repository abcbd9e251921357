import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/// Drydock from Java, with nothing but the JDK: submit a task, wait until it has ended, fetch the
/// diff. `java Drydock.java PROMPT [REPOSITORY-URL]` needs a JDK 25 and no build.
///
/// The server's address and token come from DRYDOCK_URL and DRYDOCK_TOKEN, as for ./drydock itself;
/// the token of a server on this machine is in `$DRYDOCK_HOME/token`.
final class Drydock implements AutoCloseable {
  private static final Set<String> ENDED = Set.of("succeeded", "failed", "canceled");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String token;

  Drydock(String url, String token) {
    this.url = url;
    this.token = token;
  }

  static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 0) {
      System.err.println("usage: java Drydock.java PROMPT [REPOSITORY-URL]");
      System.exit(2);
    }
    try (var drydock = new Drydock(setting("DRYDOCK_URL", "http://127.0.0.1:8080"), token())) {
      var id = drydock.submit(args[0], args.length > 1 ? args[1] : "");
      System.err.println("task " + id);
      var state = drydock.await(id);
      System.err.println(state);
      System.out.print(drydock.diff(id));
      System.exit(state.equals("succeeded") ? 0 : 1);
    }
  }

  /// The new task's id.
  String submit(String prompt, String repository) throws IOException, InterruptedException {
    var task = new StringBuilder("{\"prompt\": ").append(quoted(prompt));
    if (!repository.isEmpty()) {
      task.append(", \"repo\": {\"url\": ").append(quoted(repository)).append('}');
    }
    var model = setting("DRYDOCK_MODEL", "");
    if (!model.isEmpty()) {
      task.append(", \"model\": ").append(quoted(model));
    }
    var request =
        request("/task")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(task.append('}').toString()));
    return field("id", send(request));
  }

  /// The state it ended in. `?wait=30` answers when the state changes, or after 30 seconds.
  String await(String id) throws IOException, InterruptedException {
    while (true) {
      var state = field("state", send(request("/task/" + id + "?wait=30").GET()));
      if (ENDED.contains(state)) {
        return state;
      }
    }
  }

  /// As git writes it: for `git apply`.
  String diff(String id) throws IOException, InterruptedException {
    return send(request("/api/tasks/" + id + "/diff.patch").GET());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token);
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var response = http.send(request.build(), BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new IOException(response.statusCode() + ": " + response.body());
    }
    return response.body();
  }

  private static String token() throws IOException {
    var token = setting("DRYDOCK_TOKEN", "");
    if (!token.isEmpty()) {
      return token;
    }
    var root = System.getProperty("user.name").equals("root");
    var home = root ? "/var/lib/drydock" : System.getProperty("user.home") + "/.drydock";
    return Files.readString(Path.of(setting("DRYDOCK_HOME", home), "token")).strip();
  }

  private static String setting(String name, String otherwise) {
    return System.getenv().getOrDefault(name, otherwise);
  }

  /// Enough JSON for here; a program of any size has a library.
  private static String quoted(String text) {
    var escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return '"' + escaped.replace("\t", "\\t").replace("\r", "\\r") + '"';
  }

  /// The first string of this name.
  private static String field(String name, String json) {
    var found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
    if (!found.find()) {
      throw new IllegalStateException("no " + name + " in " + json);
    }
    return found.group(1);
  }
}
