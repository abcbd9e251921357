package drydock.agent;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A model server behind a door, in the fewest lines that one client needs: answers every request
/// with a stream from a file, chunked, on a connection that stays open.
final class RehearsalServer implements AutoCloseable {
  private final ServerSocketChannel listener;
  private final String script;
  private int answers;

  private RehearsalServer(ServerSocketChannel listener, String script) {
    this.listener = listener;
    this.script = script;
  }

  /// @param script the first answer is in `rehearsal/SCRIPT-1.sse`, the next in `SCRIPT-2.sse`
  static RehearsalServer open(Path door, String script) throws IOException {
    var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listener.bind(UnixDomainSocketAddress.of(door));
    var server = new RehearsalServer(listener, script);
    Thread.ofVirtual().start(server::accept);
    return server;
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void accept() {
    try {
      while (true) {
        serve(listener.accept());
      }
    } catch (IOException _) {
      // Closed: the rehearsal is over.
    }
  }

  private void serve(SocketChannel connection) throws IOException {
    try (connection) {
      var in = new BufferedInputStream(Channels.newInputStream(connection));
      var out = Channels.newOutputStream(connection);
      while (skipRequest(in)) {
        answer(out);
      }
    }
  }

  private void answer(OutputStream out) throws IOException {
    answers++;
    write(
        out,
        """
        HTTP/1.1 200 OK\r
        Content-Type: text/event-stream\r
        Transfer-Encoding: chunked\r
        \r
        """);
    for (var event : text(script + "-" + answers + ".sse").split("(?<=\n\n)", -1)) {
      if (!event.isEmpty()) {
        var length = event.getBytes(StandardCharsets.UTF_8).length;
        write(out, Integer.toHexString(length) + "\r\n" + event + "\r\n");
      }
    }
    write(out, "0\r\n\r\n");
  }

  /// @return false at the end of the connection
  private static boolean skipRequest(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      var read = in.read();
      if (read < 0) {
        return false;
      }
      head.append((char) read);
    }
    for (var line : head.toString().lines().toList()) {
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        in.skipNBytes(Long.parseLong(line.substring(15).strip()));
      }
    }
    return true;
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(String name) {
    try (var in = RehearsalServer.class.getResourceAsStream("rehearsal/" + name)) {
      if (in == null) {
        throw new IllegalStateException("rehearsal/" + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
