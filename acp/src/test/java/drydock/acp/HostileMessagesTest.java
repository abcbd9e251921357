package drydock.acp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What an agent may say, and what the host makes of it. After each the talk goes on as before.
@Timeout(20)
final class HostileMessagesTest {
  private static final String NOTHING = "";

  private final Wire wire = new Wire();
  private final Heard heard = new Heard();
  private final AcpClient client = AcpClient.over(wire.nearIn, wire.nearOut, heard);

  @AfterEach
  void close() throws IOException {
    client.close();
    wire.close();
  }

  /// A line, and what is heard of it: `stray`, an update, an answer, or nothing.
  static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of("{\"jsonrpc\":", "stray"),
        Arguments.of("null", "stray"),
        Arguments.of("\"text\"", "stray"),
        Arguments.of("{}", "stray"),
        Arguments.of("{\"method\":7}", "stray"),
        Arguments.of("{\"id\":null,\"result\":{}}", "stray"),
        Arguments.of("{\"id\":{},\"result\":{}}", "stray"),
        Arguments.of("{\"id\":1.5,\"result\":{}}", "stray"),
        Arguments.of("{\"id\":99,\"result\":{}}", "stray"),
        Arguments.of("{\"id\":-1,\"error\":{\"code\":\"x\",\"message\":[]}}", "stray"),
        Arguments.of("{\"error\":{}}", "stray"),
        Arguments.of("{\"id\":" + "9".repeat(999) + ",\"result\":{}}", "stray"),
        Arguments.of("{\"id\":\"" + "i".repeat(300) + "\",\"method\":\"x\"}", "stray"),
        Arguments.of("[".repeat(5000) + "]".repeat(5000), "stray"),
        Arguments.of("{\"a\":".repeat(500) + "1" + "}".repeat(500), "stray"),
        Arguments.of("[" + "[],".repeat(300_000) + "[]]", "stray"),
        Arguments.of("1".repeat(100_000), "stray"),
        Arguments.of("x".repeat(5 << 20), "stray"),
        Arguments.of("{\"method\":\"\"}", NOTHING),
        Arguments.of("{\"method\":\"session/cancel\",\"params\":{}}", NOTHING),
        Arguments.of("{\"method\":\"session/update\"}", "Other[kind=]"),
        Arguments.of(update("7"), "Other[kind=]"),
        Arguments.of(update("{\"sessionUpdate\":{\"a\":1}}"), "Other[kind=]"),
        Arguments.of(update("{\"sessionUpdate\":\"\\u001b[2J\"}"), "Other[kind=\u001b[2J]"),
        Arguments.of(
            update("{\"sessionUpdate\":\"agent_message_chunk\",\"content\":[1]}"),
            "AgentMessageChunk[content=Other[type=]]"),
        Arguments.of(
            update(
                "{\"sessionUpdate\":\"agent_message_chunk\",\"content\":{\"type\":\"text\",\"text\":[]}}"),
            "AgentMessageChunk[content=Text[text=,"),
        Arguments.of(
            update(
                "{\"sessionUpdate\":\"tool_call\",\"toolCallId\":[],\"title\":{},\"kind\":7,\"status\":[],\"content\":\"x\",\"rawInput\":null}"),
            "ToolCall[id=, title=, kind=OTHER, status=IN_PROGRESS, content=[], rawInput=Optional.empty]"),
        Arguments.of(
            update(
                "{\"sessionUpdate\":\"tool_call_update\",\"status\":\"done\",\"content\":{\"a\":{\"type\":\"diff\",\"path\":\"/etc/passwd\"}}}"),
            "ToolCallUpdate[id=, title=Optional.empty, kind=Optional.empty,"
                + " status=Optional[IN_PROGRESS], content=Optional[[Diff[path=/etc/passwd,"
                + " oldText=Optional.empty, newText=]]], rawInput=Optional.empty,"
                + " output=Optional.empty]"),
        Arguments.of(
            update("{\"sessionUpdate\":\"plan\",\"entries\":{\"a\":1,\"b\":[]}}"),
            "Plan[entries=[PlanEntry[content=, priority=medium, status=pending],"
                + " PlanEntry[content=, priority=medium, status=pending]]]"),
        Arguments.of(
            "{\"id\":5,\"method\":\"fs/read_text_file\",\"params\":{\"path\":\"/etc/shadow\"}}",
            "\"id\":5,\"error\":{\"code\":-32601"),
        Arguments.of(
            "{\"id\":5,\"method\":\"fs/write_text_file\",\"params\":{\"path\":\"/etc/x\"}}",
            "\"id\":5,\"error\":{\"code\":-32601"),
        Arguments.of(
            "{\"id\":5,\"method\":\"terminal/create\",\"params\":{\"command\":\"sh\"}}",
            "\"id\":5,\"error\":{\"code\":-32601"),
        Arguments.of(
            "{\"id\":5,\"method\":\"" + "m".repeat(1 << 20) + "\"}",
            "no method '" + "m".repeat(200) + "'\""),
        Arguments.of(
            "{\"id\":5,\"method\":\"session/request_permission\",\"params\":[]}",
            "\"result\":{\"outcome\":{\"outcome\":\"cancelled\"}}"),
        Arguments.of(
            "{\"id\":5,\"method\":\"session/request_permission\",\"params\":{\"options\":{\"a\":{\"kind\":\"allow_once\"}}}}",
            "\"outcome\":\"selected\""));
  }

  private static String update(String json) {
    return "{\"method\":\"session/update\",\"params\":{\"sessionId\":\"s\",\"update\":"
        + json
        + "}}";
  }

  @ParameterizedTest
  @MethodSource("messages")
  void each_is_passed_over_or_answered(String line, String expected) throws Exception {
    var session = CompletableFuture.supplyAsync(() -> client.newSession("/code"));
    wire.readLine();

    wire.write(line + "\n");
    var answer = line.contains("\"id\":5") ? wire.readLine() : NOTHING;
    wire.write("{\"id\":1,\"result\":{\"sessionId\":\"still here\"}}\n");

    assertThat(session.get()).isEqualTo("still here");
    assertThat(heard.strays).allSatisfy(stray -> assertThat(stray.length()).isLessThan(1001));
    var found =
        heard.strays.isEmpty()
            ? heard.updates.stream().map(Object::toString).findFirst().orElse(answer)
            : "stray";
    assertThat(found).contains(expected);
    assertThat(found.isEmpty()).isEqualTo(expected.isEmpty());
  }

  @Test
  void bytes_that_are_no_text_are_shown_as_such() throws Exception {
    var session = CompletableFuture.supplyAsync(() -> client.newSession("/code"));
    wire.readLine();
    wire.farOut.write(new byte[] {'"', (byte) 0xff, (byte) 0xc0, (byte) 0x80, '"', '\n'});
    wire.write("{\"id\":1,\"result\":{\"sessionId\":\"s\"}}\n");
    assertThat(session.get()).isEqualTo("s");
    assertThat(heard.strays).containsExactly("\"\ufffd\ufffd\ufffd\"");
  }

  @Test
  void a_second_answer_to_one_request_is_none() throws Exception {
    var session = CompletableFuture.supplyAsync(() -> client.newSession("/code"));
    wire.readLine();
    wire.write("{\"id\":1,\"result\":{\"sessionId\":\"first\"}}\n");
    wire.write("{\"id\":1,\"result\":{\"sessionId\":\"second\"}}\n");
    assertThat(session.get()).isEqualTo("first");
    wire.farOut.close();
    assertThatThrownBy(() -> client.newSession("/code")).isInstanceOf(AcpException.class);
    assertThat(heard.strays).hasSize(1);
  }

  @Test
  void a_session_id_of_a_megabyte_is_none() throws Exception {
    var session = CompletableFuture.supplyAsync(() -> client.newSession("/code"));
    wire.readLine();
    wire.write("{\"id\":1,\"result\":{\"sessionId\":\"" + "s".repeat(1 << 20) + "\"}}\n");
    assertThatThrownBy(session::get)
        .cause()
        .hasMessage("session/new gave a session id of more than 1000 characters");
  }

  @Test
  void requests_by_the_thousand_are_answered_by_the_few_or_end_the_talk() throws Exception {
    var request = "{\"id\":\"" + "i".repeat(190) + "\",\"method\":\"" + "m".repeat(2000) + "\"}\n";
    var flood = Thread.ofVirtual().start(() -> flood(request.repeat(100)));
    assertThatThrownBy(() -> client.newSession("/code"))
        .isInstanceOfSatisfying(
            AcpException.class, e -> assertThat(e.reason()).isEqualTo(AcpException.Reason.CLOSED));
    close();
    flood.join();
  }

  /// And never reads an answer.
  private void flood(String text) {
    try {
      for (var i = 0; i < 1000; i++) {
        wire.write(text);
      }
    } catch (IOException _) {
      // The host has had enough.
    }
  }

  @Test
  void who_says_too_much_is_not_heard_to_the_end() {
    var lines =
        new LineReader(
            new ByteArrayInputStream("a\n".repeat(100_000).getBytes(StandardCharsets.UTF_8)),
            10,
            65_536);
    assertThatThrownBy(
            () -> {
              while (lines.next() != null) {}
            })
        .isInstanceOfSatisfying(
            AcpException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(AcpException.Reason.PROTOCOL);
              assertThat(e).hasMessage("the other side says too much: it is not heard any more");
            });
  }
}
