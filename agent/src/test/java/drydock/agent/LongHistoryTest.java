package drydock.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.acp.ContentBlock;
import drydock.acp.SessionUpdate;
import drydock.acp.StopReason;
import drydock.agent.loop.Limits;
import drydock.agent.model.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Sessions that get long, and sessions that go on elsewhere.
@Timeout(30)
final class LongHistoryTest {
  private static final ModelServer.Script LONG_OUTPUT = Chat.runs("seq 1 2000");
  private static final ModelServer.Script TOO_LONG =
      ModelServer.status(
          400, "{\"error\":{\"message\":\"the request exceeds the available context size\"}}");

  @TempDir Path temp;
  Path code;

  @BeforeEach
  void folder() throws IOException {
    code = Files.createDirectory(temp.resolve("code"));
  }

  @Test
  void a_history_that_gets_too_long_is_summarised_by_the_model() {
    var limits = new Limits(7500, OptionalInt.of(500), 50, Duration.ZERO);
    try (var bench =
        Bench.with(
                code,
                LONG_OUTPUT,
                Chat.runs("seq 2 2000"),
                Chat.runs("seq 3 2000"),
                Chat.says("I counted."),
                Chat.says("done"))
            .limited(limits)) {
      assertThat(bench.ask("count").stopReason()).isEqualTo(StopReason.END_TURN);
      assertThat(content(bench, 3, -1)).startsWith("The conversation is getting too long");
      var after = bench.server.body(4).path("messages");
      assertThat(content(bench, 4, 1))
          .isEqualTo("count\n\n# The work so far, summarised\n\nI counted.");
      assertThat(after.size()).isLessThan(5);
      assertThat(bench.said()).isEqualTo("done");
    }
  }

  @Test
  void where_the_server_says_so_and_cannot_summarise_old_outputs_are_left_out() {
    try (var bench =
        Bench.with(
            code, LONG_OUTPUT, Chat.runs("seq 2 2000"), TOO_LONG, TOO_LONG, Chat.says("done"))) {
      assertThat(bench.ask("count").stopReason()).isEqualTo(StopReason.END_TURN);
      assertThat(content(bench, 4, 3)).isEqualTo("[left out, to save room]");
      assertThat(content(bench, 4, 1)).isEqualTo("count");
      assertThat(content(bench, 4, 5)).startsWith("2\n3\n").endsWith("1999\n2000\n");
    }
  }

  @Test
  void a_session_goes_on_in_another_process() {
    try (var bench =
        Bench.with(code, Chat.runs("echo hi"), Chat.says("said hi"), Chat.says("yes"))) {
      bench.ask("say hi");
      bench.updates.clear();
      var later = bench.loaded();
      assertThat(bench.updates.stream().map(u -> u.getClass().getSimpleName()))
          .containsExactly("UserMessageChunk", "ToolCall", "ToolCallUpdate", "AgentMessageChunk");
      bench.ask(later, "sure?");
      assertThat(bench.server.body(2).path("messages").findValuesAsText("content").subList(1, 6))
          .containsExactly("say hi", "", "hi\n", "said hi", "sure?");
    }
  }

  @Test
  void the_past_names_the_words_that_it_was_prompted_with() {
    try (var bench = Bench.with(code, Chat.says("ok"))) {
      var prompt = new Message.User("say it", List.of(), Optional.of("7"));
      var session = bench.session();
      session.run(session.begin(prompt, bench.updates::add));
      bench.updates.clear();
      bench.loaded();
      assertThat(bench.updates.getFirst())
          .isEqualTo(
              new SessionUpdate.UserMessageChunk(
                  new ContentBlock.Text("say it"), Optional.of("7")));
    }
  }

  @Test
  void a_turn_that_was_cut_off_goes_on_without_a_word_more() throws IOException {
    try (var bench = Bench.with(code, Chat.runs("echo hi"), Chat.says("ok"), Chat.says("done"))) {
      bench.ask("say hi");
      cutAfter(bench, 2);

      assertThat(bench.resume(bench.loaded()).stopReason()).isEqualTo(StopReason.END_TURN);

      assertThat(bench.server.body(2).path("messages").findValuesAsText("content").subList(1, 4))
          .containsExactly(
              "say hi", "", "interrupted: the result is unknown; look before you repeat it");
      // What was settled and said is whole for whoever loads it next.
      assertThat(bench.resume(bench.loaded()).stopReason()).isEqualTo(StopReason.END_TURN);
      assertThat(bench.said()).endsWith("done");
    }
  }

  @Test
  void a_turn_that_was_cut_off_when_all_was_said_asks_nothing() {
    try (var bench = Bench.with(code, Chat.says("all said"))) {
      bench.ask("say it");

      assertThat(bench.resume(bench.loaded()).stopReason()).isEqualTo(StopReason.END_TURN);

      assertThat(bench.server.asked()).hasSize(1);
    }
  }

  /// Killed while it wrote the line after these.
  private static void cutAfter(Bench bench, int lines) throws IOException {
    var all = Files.readAllLines(bench.file());
    Files.writeString(bench.file(), String.join("\n", all.subList(0, lines)) + "\n{\"type\":\"res");
  }

  @Test
  void a_session_that_is_damaged_is_not_gone_on_with_as_if_it_were_whole() throws IOException {
    try (var bench = Bench.with(code, Chat.runs("echo hi"), Chat.says("ok"))) {
      bench.ask("say hi");
      var lines = Files.readAllLines(bench.file());
      for (var damage : List.of("", "\0\0\0\0", "{\"type\":\"user\"", "{\"type\":\"other\"}")) {
        lines.set(1, damage);
        Files.write(bench.file(), lines);
        assertThatThrownBy(bench::loaded).hasMessage("the session's file is damaged in line 2");
      }
      Files.writeString(bench.file(), "");
      assertThatThrownBy(bench::loaded).hasMessage("the session's file is empty");
    }
  }

  @Test
  void a_call_whose_result_was_lost_is_told_so() throws IOException {
    try (var bench = Bench.with(code, Chat.runs("echo hi"), Chat.says("ok"), Chat.says("looked"))) {
      bench.ask("say hi");
      cutAfter(bench, 2);
      bench.ask(bench.loaded(), "go on");
      assertThat(content(bench, 2, 3))
          .isEqualTo("interrupted: the result is unknown; look before you repeat it");
      assertThat(content(bench, 2, 4)).isEqualTo("go on");
    }
  }

  @Test
  void long_output_is_cut_and_kept_whole() throws IOException {
    try (var bench = Bench.with(code, Chat.runs("seq 1 100000"), Chat.says("ok"))) {
      bench.ask("count");
      var told = content(bench, 1, -1);
      assertThat(told).startsWith("1\n2\n").endsWith("99999\n100000\n");
      assertThat(told.length()).isLessThan(17_000);
      var path = told.replaceAll("(?s).*whole output is in (\\S+) .*", "$1");
      assertThat(Files.readString(Path.of(path))).hasSize(588_895);
      assertThat(bench.updates)
          .filteredOn(
              u -> u instanceof SessionUpdate.ToolCallUpdate update && update.output().isPresent())
          .isNotEmpty();
    }
  }

  /// @param index from the end, if it is negative
  private static String content(Bench bench, int request, int index) {
    var messages = bench.server.body(request).path("messages");
    return messages.path(index < 0 ? messages.size() + index : index).path("content").asText();
  }
}
