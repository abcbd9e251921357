package drydock.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/// Plays answers of the API back, each request's in the order given, the last one for ever, and
/// keeps what it was asked.
final class RecordedServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Queue<Answer>> answers = new HashMap<>();
  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

  /// @param request method, path and query
  record Asked(String request, String authorization, String body) {}

  private record Answer(int status, String type, String body) {
    byte[] bytes() {
      return body.getBytes(StandardCharsets.UTF_8);
    }
  }

  RecordedServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  RecordedServer on(String request, String body) {
    return on(request, 200, "application/json", body);
  }

  RecordedServer on(String request, int status, String type, String body) {
    answers.computeIfAbsent(request, _ -> new ArrayDeque<>()).add(new Answer(status, type, body));
    return this;
  }

  List<String> requests() {
    return asked.stream().map(Asked::request).toList();
  }

  Asked asked(String request) {
    return asked.stream().filter(a -> a.request().equals(request)).findFirst().orElseThrow();
  }

  String bodyOf(String request) {
    return asked(request).body();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      var authorization = exchange.getRequestHeaders().getFirst("Authorization");
      asked.add(
          new Asked(
              request,
              authorization == null ? "" : authorization,
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1)));
      var queue = answers.getOrDefault(request, new ArrayDeque<>());
      var answer = queue.size() > 1 ? queue.remove() : queue.peek();
      if (answer == null) {
        answer = new Answer(404, "text/plain", "");
      }
      exchange.getResponseHeaders().add("Content-Type", answer.type());
      exchange.sendResponseHeaders(
          answer.status(), answer.bytes().length == 0 ? -1 : answer.bytes().length);
      exchange.getResponseBody().write(answer.bytes());
    }
  }
}
