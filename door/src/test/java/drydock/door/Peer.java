package drydock.door;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server on loopback that does what a test says, byte by byte. One request a connection.
final class Peer implements AutoCloseable {
  private final ServerSocket server;
  private final Answers answers;
  final List<Got> got = new CopyOnWriteArrayList<>();

  @FunctionalInterface
  interface Answers {
    void answer(Got got, Connection connection) throws Exception;
  }

  record Got(String line, Map<String, String> headers, String body) {}

  record Connection(InputStream in, OutputStream out) {
    void write(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    /// Each connection serves one request, and says so: otherwise the client may send its next into
    /// a connection that is being closed (RFC 9112 section 9.6).
    void json(int status, String headers, String body) throws IOException {
      write(
          "HTTP/1.1 %d X\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n%s"
              .formatted(status, body.getBytes(StandardCharsets.UTF_8).length, headers, body));
    }

    void sse() throws IOException {
      write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n");
    }

    /// Blocks until the other side has gone.
    void awaitEnd() throws IOException {
      try {
        while (in.read() >= 0) {}
      } catch (IOException _) {
        // reset is an end too
      }
    }
  }

  Peer(Answers answers) throws IOException {
    this.answers = answers;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  private void accept() {
    try {
      while (true) {
        var socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException _) {
      // closed
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in = new BufferedInputStream(socket.getInputStream());
      var line = line(in);
      var headers = new LinkedHashMap<String, String>();
      for (var next = line(in); !next.isEmpty(); next = line(in)) {
        var colon = next.indexOf(':');
        headers.put(
            next.substring(0, colon).toLowerCase(Locale.ROOT), next.substring(colon + 1).strip());
      }
      var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
      var request =
          new Got(line, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
      got.add(request);
      answers.answer(request, new Connection(in, socket.getOutputStream()));
    } catch (Exception _) {
      // the test sees what it sees
    }
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (var b = in.read(); b != '\n' && b >= 0; b = in.read()) {
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
