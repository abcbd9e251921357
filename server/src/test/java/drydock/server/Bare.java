package drydock.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/// HTTP as bytes, for what no client would send.
final class Bare {
  private Bare() {}

  static String get(URI server, String path) throws IOException {
    return send(server, "GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority());
  }

  /// @param head without its last line end
  static String send(URI server, String head) throws IOException {
    try (var socket = new Socket(server.getHost(), server.getPort())) {
      var request = head + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
