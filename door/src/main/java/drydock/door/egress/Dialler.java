package drydock.door.egress;

import drydock.door.uplink.Route.Hop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// Opens connections; blocks.
record Dialler(Duration timeout) {
  private static final int LARGEST_HEAD = 8 * 1024;

  /// To the first of these that answers.
  SocketChannel direct(List<InetAddress> addresses, int port) throws IOException {
    IOException last = new ConnectException("no address");
    for (var address : addresses) {
      try {
        return open(new InetSocketAddress(address, port));
      } catch (IOException e) {
        last = e;
      }
    }
    throw last;
  }

  /// To a host behind a proxy, by CONNECT (RFC 9110 section 9.3.6).
  SocketChannel via(Hop hop, String host, int port) throws IOException {
    if (hop.secure()) {
      throw new IOException("a proxy that is itself spoken to over TLS is not supported: " + hop);
    }
    var channel = direct(List.of(InetAddress.getAllByName(hop.host())), hop.port());
    try {
      var to = (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
      var head = new StringBuilder("CONNECT " + to + " HTTP/1.1\r\nHost: " + to + "\r\n");
      hop.authorization()
          .ifPresent(a -> head.append("Proxy-Authorization: ").append(a).append("\r\n"));
      var bytes =
          ByteBuffer.wrap(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.socket().setSoTimeout((int) timeout.toMillis());
      accepted(channel, hop);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// Reads the proxy's answer byte by byte: what follows it belongs to the tunnel.
  private static void accepted(SocketChannel channel, Hop hop) throws IOException {
    var head = new ByteArrayOutputStream();
    var in = channel.socket().getInputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      var next = in.read();
      if (next < 0 || head.size() > LARGEST_HEAD) {
        throw new IOException("the proxy " + hop + " did not answer CONNECT");
      }
      head.write(next);
    }
    var line = head.toString(StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
    if (!line.matches("HTTP/1\\.[01] 2\\d\\d.*")) {
      throw new IOException("the proxy " + hop + " answered " + line);
    }
  }

  private SocketChannel open(InetSocketAddress address) throws IOException {
    var channel = SocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.socket().connect(address, (int) timeout.toMillis());
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}
