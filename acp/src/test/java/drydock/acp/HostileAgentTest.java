package drydock.acp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What an agent may do to the host, which is nothing.
@Timeout(20)
final class HostileAgentTest {
  private static final Duration LONG = Duration.ofSeconds(10);

  private final Wire wire = new Wire();
  private final Heard heard = new Heard();
  private final AcpClient client = AcpClient.over(wire.nearIn, wire.nearOut, heard);

  @AfterEach
  void close() throws IOException {
    client.close();
    wire.close();
  }

  @Test
  void lines_that_are_not_the_protocol_are_stray_and_passed_over() throws Exception {
    var session = session();
    wire.readLine();
    wire.write(
        "Debugger attached.\n[]\n{\"id\":1}\n{\"jsonrpc\":\"2.0\",\"id\":77,\"result\":{}}\n");
    wire.write("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"sessionId\":\"s\"}}\n");
    assertThat(session.get()).isEqualTo("s");
    assertThat(heard.strays)
        .containsExactly(
            "Debugger attached.",
            "[]",
            "{\"id\":1}",
            "{\"jsonrpc\":\"2.0\",\"id\":77,\"result\":{}}");
  }

  @Test
  void a_line_without_end_is_not_kept() throws Exception {
    var session = session();
    wire.readLine();
    var piece = "x".repeat(1 << 20);
    for (var i = 0; i < 17; i++) {
      wire.write(piece);
    }
    wire.write("\n{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"sessionId\":\"s\"}}\n");
    assertThat(session.get()).isEqualTo("s");
    assertThat(heard.strays).containsExactly("x".repeat(1000));
  }

  @Test
  void requests_beyond_the_protocol_are_refused() throws Exception {
    wire.write(
        "{\"jsonrpc\":\"2.0\",\"id\":\"q\",\"method\":\"fs/read_text_file\",\"params\":{}}\n");
    assertThat(wire.readLine())
        .isEqualTo(
            "{\"jsonrpc\":\"2.0\",\"id\":\"q\",\"error\":"
                + "{\"code\":-32601,\"message\":\"no method 'fs/read_text_file'\"}}");
  }

  @Test
  void the_end_of_the_stream_fails_what_waits_and_what_comes() throws Exception {
    var session = session();
    wire.readLine();
    wire.farOut.close();
    assertThatThrownBy(session::get).cause().satisfies(HostileAgentTest::isClosed);
    assertThatThrownBy(() -> client.prompt("s", List.of())).satisfies(HostileAgentTest::isClosed);
    assertThatThrownBy(() -> client.cancel("s")).satisfies(HostileAgentTest::isClosed);
  }

  @Test
  void silence_is_a_timeout() {
    assertThatThrownBy(() -> client.initialize(Duration.ofMillis(5)))
        .isInstanceOfSatisfying(
            AcpException.class, e -> assertThat(e.reason()).isEqualTo(AcpException.Reason.TIMEOUT));
  }

  @Test
  void an_error_keeps_its_code_and_data() throws Exception {
    var session = session();
    wire.readLine();
    wire.write(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":"
            + "{\"code\":-32000,\"message\":\"login first\",\"data\":{\"a\":1}}}\n");
    assertThatThrownBy(session::get)
        .cause()
        .isInstanceOfSatisfying(
            AcpException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(AcpException.Reason.REMOTE);
              assertThat(e.code()).isEqualTo(-32000);
              assertThat(e).hasMessage("login first");
              assertThat(e.data()).hasToString("{\"a\":1}");
            });
  }

  @Test
  void another_version_of_the_protocol_is_refused() throws Exception {
    var hello = CompletableFuture.supplyAsync(() -> client.initialize(LONG));
    wire.readLine();
    wire.write("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"protocolVersion\":2}}\n");
    assertThatThrownBy(hello::get)
        .cause()
        .hasMessage("the agent speaks version 2 of the protocol, not 1");
  }

  @Test
  void an_agent_that_reads_nothing_blocks_nobody() {
    var text = "x".repeat(100_000);
    for (var i = 0; i < 100; i++) {
      client.cancel(text);
    }
    assertThat(client.canSteer()).isFalse();
    assertThatThrownBy(() -> client.say("s", "1", "hello", List.of()))
        .isInstanceOf(IllegalStateException.class);
  }

  private Future<String> session() {
    return CompletableFuture.supplyAsync(() -> client.newSession("/code"));
  }

  private static void isClosed(Throwable e) {
    assertThat(e)
        .isInstanceOfSatisfying(
            AcpException.class,
            acp -> assertThat(acp.reason()).isEqualTo(AcpException.Reason.CLOSED));
  }
}
