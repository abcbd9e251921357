package drydock.app.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/// A server of models that takes one key, has the models `one` and `two`, and speaks Chat.
final class VendorServer implements AutoCloseable {
  private final HttpServer http;
  private final String key;
  volatile String lastAsked = "";

  /// @param key that it takes
  VendorServer(String key) {
    this.key = key;
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.createContext("/", this::answer);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.start();
  }

  String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      var given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
      if (!given.equals("Bearer " + key)) {
        send(
            exchange,
            401,
            "{\"error\":{\"message\":\"Incorrect API key provided: %s\"}}".formatted(given));
        return;
      }
      switch (exchange.getRequestURI().getPath()) {
        case "/v1/models" ->
            send(exchange, 200, "{\"data\":[{\"id\":\"one\"},{\"id\":\"two\"},{\"id\":\"a b\"}]}");
        case "/v1/chat/completions" -> {
          lastAsked = asked;
          if (asked.contains("\"max_tokens\"")) {
            send(exchange, 400, "{\"error\":{\"message\":\"use max_completion_tokens\"}}");
          } else if (asked.contains("\"one\"")) {
            send(
                exchange,
                200,
                """
                {"choices":[{"index":0,"message":{"role":"assistant","content":"Hello\\n there."},\
                "finish_reason":"stop"}],"usage":{"prompt_tokens":12,"completion_tokens":3}}\
                """);
          } else {
            send(exchange, 404, "{\"error\":{\"message\":\"The model does not exist\"}}");
          }
        }
        default -> send(exchange, 404, "{}");
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
