package drydock.door.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import drydock.domain.model.Dialect;
import drydock.domain.model.Tokens;
import drydock.door.dialect.Reply.Stop;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripTest {
  private static final Reply RICH =
      new Reply(
          "I look at it — all of it, 全部, and 🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢.\n",
          Optional.of("First the tests, then the code that they test, then the tests again."),
          List.of(
              new ToolCall(
                  "bash", Json.parse("{\"command\":\"ls -la /app/code && cat README.md\"}")),
              new ToolCall("read", Json.object()),
              new ToolCall(
                  "bash", Json.parse("{\"command\":\"echo \\\"\\u00e4\\\"\",\"n\":1.50}"))),
          Stop.TOOLS);
  private static final Reply PLAIN = new Reply("Done.", Optional.empty(), List.of(), Stop.END);
  private static final Reply LONG =
      new Reply("x".repeat(5000), Optional.empty(), List.of(), Stop.LENGTH);
  private static final Counted COUNTED = Counted.of(new Tokens(1000, 800, 50));

  private static Reading throughWire(Dialect dialect, Reply reply, boolean stream) {
    var line = new Line(3, "m", reply, COUNTED, true);
    var body =
        stream
            ? String.join(
                "",
                AnswerWriter.streamed(dialect, line).stream()
                    .map(b -> new String(b, StandardCharsets.UTF_8))
                    .toList())
            : new String(AnswerWriter.whole(dialect, line), StandardCharsets.UTF_8);
    return AnswerReader.read(dialect, stream, body);
  }

  @ParameterizedTest
  @EnumSource
  void what_is_written_is_read_back(Dialect dialect) {
    for (var reply : List.of(RICH, PLAIN, LONG)) {
      for (var stream : List.of(true, false)) {
        assertThat(throughWire(dialect, reply, stream))
            .isEqualTo(new Reading(reply, Optional.of(COUNTED)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_stream_comes_in_pieces_and_half_of_it_is_half_a_reply(Dialect dialect) {
    var events = AnswerWriter.streamed(dialect, new Line(3, "m", RICH, COUNTED, true));
    var half = new StringBuilder();
    events
        .subList(0, events.size() / 2)
        .forEach(e -> half.append(new String(e, StandardCharsets.UTF_8)));
    var read = AnswerReader.read(dialect, true, half.toString()).reply();

    assertThat(events).hasSizeGreaterThan(15);
    assertThat(read.stop()).isEqualTo(Stop.CUT);
    assertThat(RICH.text()).startsWith(read.text());
    assertThat(read.text()).isNotEmpty();
  }

  @Test
  void replies_as_json_come_back_the_same() {
    assertThat(ReplyJson.read(Json.parse(Json.write(ReplyJson.write(RICH))))).isEqualTo(RICH);
    assertThat(ReplyJson.read(Json.parse("{\"text\":\"Done.\"}"))).isEqualTo(PLAIN);
    var counted = new Counted(new Tokens(9, 8, 7), 6, true);
    assertThat(ReplyJson.readCounted(ReplyJson.write(counted))).isEqualTo(counted);
  }

  @Test
  void arguments_that_are_no_json_are_kept_as_they_are() {
    var broken =
        new Reply(
            "",
            Optional.empty(),
            List.of(new ToolCall("bash", new TextNode("{\"comm"))),
            Stop.TOOLS);

    assertThat(throughWire(Dialect.OPENAI_CHAT, broken, true).reply()).isEqualTo(broken);
    assertThat(throughWire(Dialect.OPENAI_RESPONSES, broken, true).reply()).isEqualTo(broken);
  }

  @Test
  void anthropics_cache_is_counted_as_input() {
    var read =
        AnswerReader.read(
            Dialect.ANTHROPIC_MESSAGES,
            false,
            """
            {"content":[{"type":"text","text":"a"}],"stop_reason":"end_turn",
             "usage":{"input_tokens":5,"cache_creation_input_tokens":100,"cache_read_input_tokens":1000,"output_tokens":7}}\
            """);

    assertThat(read.counted()).contains(new Counted(new Tokens(1105, 1000, 7), 100, false));
  }

  @Test
  void nonsense_is_an_empty_reply() {
    for (var dialect : Dialect.values()) {
      assertThat(AnswerReader.read(dialect, false, "<html>")).isEqualTo(Reading.NOTHING);
      assertThat(AnswerReader.read(dialect, true, "data: {oops\n\n")).isEqualTo(Reading.NOTHING);
    }
  }
}
