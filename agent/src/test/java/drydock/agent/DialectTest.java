package drydock.agent;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.acp.StopReason;
import drydock.agent.model.Json;
import drydock.agent.model.Prompt;
import drydock.agent.model.anthropic.MessagesDialect;
import drydock.agent.model.openai.ChatDialect;
import drydock.agent.model.openai.ResponsesDialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What goes over the wire in each dialect.
@Timeout(30)
final class DialectTest {
  @TempDir Path temp;
  Path code;

  @BeforeEach
  void folder() throws IOException {
    code = Files.createDirectory(temp.resolve("code"));
  }

  @Test
  void responses_keeps_reasoning_and_stores_nothing() {
    try (var bench =
        Bench.with(code, Responses.thinksAndRuns("echo hi"), Responses.says("done"))
            .speaking(new ResponsesDialect("m", Optional.of("key")))) {
      assertThat(bench.ask("go").stopReason()).isEqualTo(StopReason.END_TURN);
      assertThat(bench.said()).isEqualTo("done");
      var first = bench.server.asked().getFirst();
      assertThat(first.path()).isEqualTo("/v1/responses");
      assertThat(first.authorization()).isEqualTo("Bearer key");
      var second = bench.server.body(1);
      assertThat(second.path("store").booleanValue()).isFalse();
      assertThat(second.path("include")).hasToString("[\"reasoning.encrypted_content\"]");
      assertThat(second.path("input"))
          .hasToString(
              "[{\"type\":\"message\",\"role\":\"user\",\"content\":"
                  + "[{\"type\":\"input_text\",\"text\":\"go\"}]},"
                  + "{\"type\":\"reasoning\",\"summary\":[],\"encrypted_content\":\"secret\"},"
                  + "{\"type\":\"function_call\",\"call_id\":\"call_1\",\"name\":\"bash\","
                  + "\"arguments\":\"{\\\"command\\\":\\\"echo hi\\\"}\"},"
                  + "{\"type\":\"function_call_output\",\"call_id\":\"call_1\","
                  + "\"output\":\"hi\\n\"}]");
    }
  }

  @Test
  void messages_keeps_thinking_with_its_signature_and_marks_the_cache() {
    try (var bench =
        Bench.with(code, Messages.thinksAndRuns("false"), Messages.says("done"))
            .speaking(new MessagesDialect("m", Optional.of("key")))) {
      assertThat(bench.ask("go").stopReason()).isEqualTo(StopReason.END_TURN);
      assertThat(bench.said()).isEqualTo("done");
      assertThat(bench.server.asked().getFirst().path()).isEqualTo("/v1/messages");
      var second = bench.server.body(1);
      assertThat(second.path("system").path(0).path("cache_control"))
          .hasToString("{\"type\":\"ephemeral\"}");
      assertThat(second.path("messages"))
          .hasToString(
              "[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"go\"}]},"
                  + "{\"role\":\"assistant\",\"content\":["
                  + "{\"type\":\"thinking\",\"thinking\":\"hm\",\"signature\":\"signed\"},"
                  + "{\"type\":\"tool_use\",\"id\":\"t_1\",\"name\":\"bash\","
                  + "\"input\":{\"command\":\"false\"}}]},"
                  + "{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\","
                  + "\"tool_use_id\":\"t_1\",\"content\":\"(no output)\\n[exit status 1]\","
                  + "\"is_error\":true,\"cache_control\":{\"type\":\"ephemeral\"}}]}]");
    }
  }

  @Test
  void chat_puts_calls_together_from_pieces_even_with_the_same_index() {
    var pieces =
        ModelServer.stream(
            Chat.call(0, "a", "bash", "{\"comm"),
            Chat.call(0, "", "", "and\":\"echo 1\"}"),
            Chat.call(0, "b", "bash", "{\"command\":\"echo 2\"}"),
            Chat.finish("tool_calls"),
            "[DONE]");
    try (var bench = Bench.with(code, pieces, Chat.says("done"))) {
      bench.ask("go");
      var messages = bench.server.body(1).path("messages");
      assertThat(messages.path(2).path("tool_calls").findValuesAsText("arguments"))
          .containsExactly("{\"command\":\"echo 1\"}", "{\"command\":\"echo 2\"}");
      assertThat(messages.path(4).path("content").textValue()).isEqualTo("2\n");
    }
  }

  @Test
  void a_character_cut_in_two_by_the_network_stays_whole() {
    var bytes = ("data: " + Chat.text("grüße ✓") + "\n\n").getBytes(StandardCharsets.UTF_8);
    ModelServer.Script byteByByte =
        exchange -> {
          ModelServer.begin(exchange);
          for (var i = 0; i < bytes.length; i++) {
            ModelServer.write(exchange, Arrays.copyOfRange(bytes, i, i + 1));
          }
          ModelServer.write(exchange, "data: " + Chat.finish("stop") + "\r\n\r\n");
          exchange.close();
        };
    try (var bench = Bench.with(code, byteByByte)) {
      assertThat(bench.ask("go").stopReason()).isEqualTo(StopReason.END_TURN);
      assertThat(bench.said()).isEqualTo("grüße ✓");
    }
  }

  @Test
  void what_a_server_dislikes_is_left_out_from_then_on() {
    var dislike =
        ModelServer.status(
            400,
            "{\"error\":{\"message\":\"Encrypted content is not supported with this model.\"}}");
    try (var bench =
        Bench.with(code, dislike, Responses.says("done"))
            .speaking(new ResponsesDialect("m", Optional.empty()))) {
      assertThat(bench.ask("go").stopReason()).isEqualTo(StopReason.END_TURN);
      assertThat(bench.server.body(0).has("include")).isTrue();
      assertThat(bench.server.body(1).has("include")).isFalse();
      assertThat(bench.server.asked().getLast().authorization()).isEmpty();
    }
  }

  @Test
  void a_model_without_tools_writes_commands_as_text() {
    var noTools = ModelServer.status(400, "{\"error\":{\"message\":\"m does not support tools\"}}");
    var runs =
        ModelServer.stream(
            Chat.text("Let me look.\n```ba"),
            Chat.text("sh\necho hi\n```"),
            Chat.text("\nThe output will be..."),
            Chat.text(" never read"),
            Chat.finish("stop"),
            "[DONE]");
    try (var bench = Bench.with(code, noTools, runs, Chat.says("It says hi."))) {
      assertThat(bench.ask("go").stopReason()).isEqualTo(StopReason.END_TURN);
      var second = bench.server.body(1);
      assertThat(second.has("tools")).isFalse();
      assertThat(second.path("messages").path(0).path("content").textValue())
          .contains("one fenced block");
      var third = bench.server.body(2).path("messages");
      assertThat(third.path(2).path("content").textValue())
          .isEqualTo("Let me look.\n```bash\necho hi\n```");
      assertThat(third.path(3))
          .isEqualTo(
              Json.object().put("role", "user").put("content", "The command printed:\nhi\n"));
      assertThat(bench.said()).endsWith("It says hi.");
    }
  }

  @Test
  void the_text_dialect_can_be_chosen() {
    try (var bench = Bench.with(code, Chat.says("Nothing to do.")).withTextTools()) {
      assertThat(bench.ask("go").stopReason()).isEqualTo(StopReason.END_TURN);
      assertThat(bench.server.body(0).has("tools")).isFalse();
    }
  }

  @Test
  void a_limit_is_sent_by_the_name_the_server_knows() {
    var dialect = new ChatDialect("m", Optional.empty());
    assertThat(dialect.adapt("Use 'max_completion_tokens' instead.")).isTrue();
    assertThat(dialect.adapt("Use 'max_completion_tokens' instead.")).isFalse();
    var prompt = new Prompt("s", List.of(), List.of(), OptionalInt.of(7));
    assertThat(dialect.request(prompt))
        .hasToString(
            "{\"model\":\"m\",\"messages\":[{\"role\":\"system\",\"content\":\"s\"}],"
                + "\"max_completion_tokens\":7,\"stream\":true,"
                + "\"stream_options\":{\"include_usage\":true}}");
  }
}
