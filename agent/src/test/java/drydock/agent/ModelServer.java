package drydock.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import drydock.agent.model.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A model's server, scripted: answers in order, and remembers what it was asked.
public final class ModelServer implements AutoCloseable {
  /// One answer over HTTP.
  @FunctionalInterface
  public interface Script {
    void play(HttpExchange exchange) throws IOException, InterruptedException;
  }

  public record Asked(String path, String authorization, JsonNode body) {}

  private final HttpServer server;
  private final Queue<Script> scripts = new ConcurrentLinkedQueue<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  private ModelServer(HttpServer server) {
    this.server = server;
  }

  public static ModelServer start(Script... scripts) {
    try {
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
      var model = new ModelServer(server);
      model.scripts.addAll(List.of(scripts));
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", model::handle);
      server.start();
      return model;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public List<Asked> asked() {
    return asked;
  }

  public JsonNode body(int index) {
    return asked.get(index).body();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /// These events, as a whole stream.
  public static Script stream(String... data) {
    return exchange -> {
      begin(exchange);
      for (var line : data) {
        write(exchange, "data: " + line + "\n\n");
      }
      exchange.close();
    };
  }

  public static Script status(int status, String body) {
    return exchange -> {
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    };
  }

  public static void begin(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
  }

  public static void write(HttpExchange exchange, String text) throws IOException {
    write(exchange, text.getBytes(StandardCharsets.UTF_8));
  }

  public static void write(HttpExchange exchange, byte[] bytes) throws IOException {
    exchange.getResponseBody().write(bytes);
    exchange.getResponseBody().flush();
  }

  private void handle(HttpExchange exchange) throws IOException {
    var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var authorization = exchange.getRequestHeaders().getFirst("Authorization");
    asked.add(
        new Asked(
            exchange.getRequestURI().getPath(),
            authorization == null ? "" : authorization,
            Json.parse(text).orElseThrow()));
    var script = scripts.poll();
    try {
      (script == null ? status(500, "the script is over") : script).play(exchange);
    } catch (InterruptedException _) {
      exchange.close();
    }
  }
}
