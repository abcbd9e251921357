package drydock.sandbox.selftest.probe;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The one way out, tried where it must not lead.
record Door(Path socket) {
  static final Door OWN = new Door(Path.of("/run/drydock/door.sock"));

  boolean isThere() {
    return Files.exists(socket);
  }

  /// What it says when asked for a connection to a host: none if there is no door.
  Optional<Answer> leadsTo(String host, int port) throws IOException {
    if (!isThere()) {
      return Optional.empty();
    }
    var to = "%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port);
    var status = ask("CONNECT " + to + " HTTP/1.1\r\nHost: " + to + "\r\n\r\n");
    // 502: it was willing, and the other did not answer.
    return Optional.of(
        status / 100 == 2 || status == 502 || status == 504
            ? Answer.open("the door leads to " + to + ": " + status)
            : Answer.blocked("the door says " + status));
  }

  /// Whether it takes this token.
  Answer takes(String token) throws IOException {
    var status =
        ask(
            """
            GET /openai/v1/models HTTP/1.1\r
            Host: 127.0.0.1\r
            Authorization: Bearer %s\r
            Connection: close\r
            \r
            """
                .formatted(token));
    return status / 100 == 2
        ? Answer.open("the door takes another's token")
        : Answer.blocked("the door says " + status + " to another's token");
  }

  /// @return the status of its answer; 0 if it hangs up
  private int ask(String request) throws IOException {
    return Patience.within(() -> {
      try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
        channel.connect(UnixDomainSocketAddress.of(socket));
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        var head = ByteBuffer.allocate(12);
        while (head.hasRemaining() && channel.read(head) >= 0) {
          // Until the three digits of the status line are there.
        }
        var line = new String(head.array(), 0, head.position(), StandardCharsets.ISO_8859_1);
        return line.matches("HTTP/1\\.[01] \\d{3}") ? Integer.parseInt(line.substring(9)) : 0;
      }
    });
  }
}
