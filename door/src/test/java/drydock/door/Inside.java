package drydock.door;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// A client in a sandbox: HTTP/1.1 by hand over the door's socket, so that tests see the very
/// bytes.
final class Inside implements AutoCloseable {
  final SocketChannel channel;
  final InputStream in;
  final OutputStream out;

  record Head(int status, Map<String, String> headers) {}

  record Reply(Head head, String body) {
    int status() {
      return head.status();
    }
  }

  private Inside(SocketChannel channel) {
    this.channel = channel;
    this.in = new BufferedInputStream(Channels.newInputStream(channel));
    this.out = Channels.newOutputStream(channel);
  }

  static Inside at(Path socket) throws IOException {
    var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(socket));
    return new Inside(channel);
  }

  /// One POST on a connection of its own.
  static Reply post(Path socket, String path, String token, String body) throws IOException {
    try (var inside = at(socket)) {
      inside.send("POST", path, "Authorization: Bearer " + token + "\r\n", body);
      return inside.reply();
    }
  }

  static Reply get(Path socket, String uri, String headers) throws IOException {
    try (var inside = at(socket)) {
      inside.send("GET", uri, headers, "");
      return inside.reply();
    }
  }

  void send(String method, String uri, String headers, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var host = uri.startsWith("http://") ? URI.create(uri).getAuthority() : "127.0.0.1:7000";
    raw(
        "%s %s HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n%s\r\n"
            .formatted(method, uri, host, bytes.length, headers));
    out.write(bytes);
  }

  void raw(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  Reply reply() throws IOException {
    var head = head();
    return new Reply(head, new String(body(head), StandardCharsets.UTF_8));
  }

  Head head() throws IOException {
    var status = line();
    var headers = new LinkedHashMap<String, String>();
    for (var line = line(); !line.isEmpty(); line = line()) {
      var colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return new Head(Integer.parseInt(status.substring(9, 12)), headers);
  }

  /// @throws EOFException if it breaks off
  byte[] body(Head head) throws IOException {
    var body = new ByteArrayOutputStream();
    if (head.headers().containsKey("transfer-encoding")) {
      for (var piece = chunk(); piece.length > 0; piece = chunk()) {
        body.write(piece);
      }
    } else if (head.headers().containsKey("content-length")) {
      var length = Integer.parseInt(head.headers().get("content-length"));
      body.write(exactly(length));
    } else {
      in.transferTo(body);
    }
    return body.toByteArray();
  }

  /// The next chunk of a chunked body; empty = the end. (Jetty ends a chunk's line only when it has
  /// the next.)
  byte[] chunk() throws IOException {
    var size = line();
    while (size.isEmpty()) {
      size = line();
    }
    var piece = exactly(Integer.parseInt(size, 16));
    if (piece.length == 0) {
      line();
    }
    return piece;
  }

  private byte[] exactly(int length) throws IOException {
    var bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("cut");
    }
    return bytes;
  }

  String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (var b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("cut");
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
