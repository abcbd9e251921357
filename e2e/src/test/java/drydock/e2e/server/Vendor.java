package drydock.e2e.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A stranger's model server: two streamed answers in each of the three dialects, written after the
/// vendors' documents. The first looks at `sum.sh` and mends it, the second says so.
public final class Vendor implements AutoCloseable {
  /// In every dialect, the result of a tool call is called one of these.
  private static final List<String> RESULTS =
      List.of("\"tool_call_id\"", "\"function_call_output\"", "\"tool_result\"");

  private final HttpServer http;
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /// @param key as the dialect sends it
  public record Heard(String path, String key) {}

  public Vendor() {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.createContext("/", this::answer);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.start();
  }

  public String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  public List<Heard> heard() {
    return List.copyOf(heard);
  }

  /// The bodies of all requests.
  public List<String> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var headers = exchange.getRequestHeaders();
      var bearer = headers.getFirst("Authorization");
      heard.add(new Heard(path, bearer != null ? bearer : "" + headers.getFirst("x-api-key")));
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      if (path.endsWith("/models")) {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write("{\"data\": [{\"id\": \"one\"}]}".getBytes(UTF_8));
        return;
      }
      asked.add(body);
      var dialect =
          path.endsWith("/completions")
              ? "chat"
              : path.endsWith("/responses") ? "responses" : "messages";
      var number = RESULTS.stream().anyMatch(body::contains) ? 2 : 1;
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      inPieces(exchange, resource(dialect + "-" + number + ".sse"));
    }
  }

  /// Cut anywhere: within a line, within a character.
  private static void inPieces(HttpExchange exchange, byte[] bytes) throws IOException {
    var body = exchange.getResponseBody();
    for (var at = 0; at < bytes.length; at += 97) {
      body.write(bytes, at, Math.min(97, bytes.length - at));
      body.flush();
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (var in = Vendor.class.getResourceAsStream("/drydock/e2e/vendor/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name);
      }
      return in.readAllBytes();
    }
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
