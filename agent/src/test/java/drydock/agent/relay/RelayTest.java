package drydock.agent.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Bytes through the door.
@Timeout(20)
final class RelayTest {
  @TempDir Path temp;

  @Test
  void carries_both_ways_and_keeps_a_half_closed_connection_open() throws IOException {
    var door = temp.resolve("door.sock");
    var question = "q".repeat(300_000);
    try (var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        var relay = Relay.open(door, List.of(0, 0))) {
      listener.bind(UnixDomainSocketAddress.of(door));
      assertThat(relay.ports()).hasSize(2).doesNotHaveDuplicates();
      for (var port : relay.ports()) {
        try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
            var behind = listener.accept()) {
          socket.getOutputStream().write(question.getBytes(StandardCharsets.UTF_8));
          socket.shutdownOutput();
          // All of the question, and its end, before the answer.
          var heard = Channels.newInputStream(behind).readAllBytes();
          assertThat(heard).hasSize(question.length());
          Channels.newOutputStream(behind).write("answer".getBytes(StandardCharsets.UTF_8));
          behind.shutdownOutput();
          assertThat(socket.getInputStream().readAllBytes())
              .asString(StandardCharsets.UTF_8)
              .isEqualTo("answer");
        }
      }
    }
  }

  @Test
  void nobody_behind_the_door_is_a_closed_connection() throws IOException {
    try (var relay = Relay.open(temp.resolve("nothing"), List.of(0));
        var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), relay.ports().getFirst())) {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }
}
