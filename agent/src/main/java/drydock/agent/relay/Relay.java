package drydock.agent.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Listens on loopback ports and carries every connection to the door's Unix socket, both ways. The
/// end of one direction leaves the other open. Two virtual threads a connection.
public final class Relay implements AutoCloseable {
  private static final int BUFFER = 16 * 1024;
  private static final int BACKLOG = 128;

  private final UnixDomainSocketAddress door;
  private final List<ServerSocketChannel> listeners;

  private Relay(Path door, List<ServerSocketChannel> listeners) {
    this.door = UnixDomainSocketAddress.of(door);
    this.listeners = List.copyOf(listeners);
  }

  /// @param door the socket's path, at most 107 bytes long (unix(7)); it may appear later
  /// @param ports on 127.0.0.1; 0 = any free one
  /// @throws IOException if a port is taken
  public static Relay open(Path door, List<Integer> ports) throws IOException {
    var listeners = new ArrayList<ServerSocketChannel>();
    for (var port : ports) {
      var listener = ServerSocketChannel.open();
      listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      listener.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), BACKLOG);
      listeners.add(listener);
    }
    var relay = new Relay(door, listeners);
    listeners.forEach(l -> Thread.ofVirtual().name("relay").start(() -> relay.accept(l)));
    return relay;
  }

  /// The ports it listens on, in the order they were asked for.
  public List<Integer> ports() {
    return listeners.stream().map(l -> l.socket().getLocalPort()).toList();
  }

  /// Takes no more connections; those that are open go on.
  @Override
  public void close() throws IOException {
    for (var listener : listeners) {
      listener.close();
    }
  }

  private void accept(ServerSocketChannel listener) {
    while (listener.isOpen()) {
      try {
        var inside = listener.accept();
        Thread.ofVirtual().start(() -> carry(inside));
      } catch (IOException _) {
        // Closed, or out of descriptors: the next accept tells.
      }
    }
  }

  private void carry(SocketChannel inside) {
    try (inside;
        var outside = SocketChannel.open(door)) {
      // A token at a time is written: waiting to fill a packet would delay each one.
      inside.setOption(StandardSocketOptions.TCP_NODELAY, true);
      var out = Thread.ofVirtual().start(() -> pump(inside, outside));
      pump(outside, inside);
      out.join();
    } catch (IOException _) {
      // Nobody behind the door: the connection is closed, which is what the caller must see.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pump(SocketChannel from, SocketChannel to) {
    var buffer = ByteBuffer.allocateDirect(BUFFER);
    try {
      while (from.read(buffer) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          var _ = to.write(buffer);
        }
        buffer.clear();
      }
      to.shutdownOutput();
    } catch (IOException _) {
      // A broken half breaks the whole, so that neither side waits for nothing.
      close(from);
      close(to);
    }
  }

  private static void close(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException _) {
      // It is broken already.
    }
  }
}
