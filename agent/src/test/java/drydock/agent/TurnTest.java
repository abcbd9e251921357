package drydock.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.acp.ContentBlock;
import drydock.acp.PlanEntry;
import drydock.acp.PromptResult;
import drydock.acp.SessionUpdate;
import drydock.acp.StopReason;
import drydock.acp.ToolStatus;
import drydock.acp.TurnFailure;
import drydock.agent.loop.Limits;
import drydock.agent.loop.Session;
import drydock.agent.loop.Word;
import drydock.agent.model.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a turn does, seen by the person and by the model.
@Timeout(30)
final class TurnTest {
  @TempDir Path temp;
  Path code;

  @BeforeEach
  void folder() throws IOException {
    code = Files.createDirectory(temp.resolve("code"));
  }

  @Test
  void runs_tools_until_the_model_answers_without_one() throws IOException {
    Files.writeString(code.resolve("a.txt"), "hello\n");
    try (var bench =
        Bench.with(
            code,
            Chat.calls("read", "{\"path\":\"a.txt\"}"),
            Chat.calls("edit", "{\"path\":\"a.txt\",\"old_text\":\"hello\",\"new_text\":\"bye\"}"),
            Chat.says("Changed it."))) {
      assertThat(bench.ask("say bye")).isEqualTo(PromptResult.stopped(StopReason.END_TURN));
      assertThat(code.resolve("a.txt")).hasContent("bye\n");
      assertThat(bench.said()).isEqualTo("Changed it.");
      var last = bench.server.body(2).path("messages");
      assertThat(last.findValuesAsText("role"))
          .containsExactly("system", "user", "assistant", "tool", "assistant", "tool");
      assertThat(last.path(3).path("content").textValue()).isEqualTo("hello\n");
      assertThat(last.path(5).path("content").textValue()).isEqualTo("edited");
    }
  }

  @Test
  void parallel_calls_run_in_order_and_each_gets_its_result() {
    try (var bench =
        Bench.with(
            code,
            Chat.calls(
                "bash", "{\"command\":\"echo one > f\"}",
                "bash", "{\"command\":\"cat f\"}"),
            Chat.says("done"))) {
      bench.ask("go");
      var messages = bench.server.body(1).path("messages");
      assertThat(messages.path(2).path("tool_calls").findValuesAsText("id"))
          .containsExactly("c0", "c1");
      assertThat(messages.path(3).path("tool_call_id").textValue()).isEqualTo("c0");
      assertThat(messages.path(3).path("content").textValue()).isEqualTo("(no output)");
      assertThat(messages.path(4).path("content").textValue()).isEqualTo("one\n");
    }
  }

  @Test
  void a_mistake_of_the_model_is_a_result_that_says_so() {
    try (var bench =
        Bench.with(
            code,
            Chat.calls(
                "bash", "{\"command\":",
                "fly", "{}",
                "read", "{}",
                "read", "{\"path\":\"nowhere\"}"),
            Chat.says("sorry"))) {
      assertThat(bench.ask("go").stopReason()).isEqualTo(StopReason.END_TURN);
      var messages = bench.server.body(1).path("messages");
      assertThat(messages.path(2).path("tool_calls").findValuesAsText("arguments").getFirst())
          .isEqualTo("{}");
      assertThat(messages.findValuesAsText("content").subList(3, 7))
          .containsExactly(
              "the arguments are not a whole JSON object; send the call again",
              "there is no tool 'fly'; there are bash, read, edit, write, search, plan",
              "'path' is missing: give a string",
              "there is no file nowhere");
    }
  }

  @Test
  void the_same_call_with_the_same_result_is_warned_of_and_then_ends_the_turn() {
    var again = Chat.runs("echo stuck");
    try (var bench = Bench.with(code, again, again, again, again, again, again)) {
      assertThat(bench.ask("go"))
          .isEqualTo(
              failed(
                  StopReason.MAX_TURN_REQUESTS,
                  TurnFailure.Cause.NO_PROGRESS,
                  "the model called 'bash' 5 times in the same way with the same result; try"
                      + " another model, or say more about the task"));
      assertThat(bench.server.asked()).hasSize(5);
      assertThat(lastContent(bench, 2)).isEqualTo("stuck\n");
      assertThat(lastContent(bench, 3)).startsWith("stuck\n\n\n[You have made this very call 3");
    }
  }

  @Test
  void empty_answers_end_the_turn() {
    var empty = ModelServer.stream(Chat.finish("stop"), "[DONE]");
    try (var bench = Bench.with(code, empty, empty, empty)) {
      assertThat(bench.ask("go").failure())
          .contains(
              new TurnFailure(
                  TurnFailure.Cause.NO_PROGRESS,
                  "the model gave no answer 3 times in a row; try another model or a smaller"
                      + " task"));
    }
  }

  @Test
  void endless_repetition_is_cut_and_then_ends_the_turn() {
    var babble =
        ModelServer.stream(
            IntStream.range(0, 1000)
                .mapToObj(_ -> Chat.text("and so on, "))
                .toArray(String[]::new));
    try (var bench = Bench.with(code, babble, babble, babble)) {
      assertThat(bench.ask("go").failure().map(TurnFailure::message))
          .contains(
              "the model's answers had to be cut (it repeated itself) 3 times in a row; try another"
                  + " model or a smaller task");
      assertThat(bench.said().length()).isLessThan(3 * 2100);
      assertThat(lastContent(bench, 1)).startsWith("Your answer was cut off: it repeated itself");
    }
  }

  @Test
  void steps_are_limited() {
    var scripts =
        IntStream.range(0, 4)
            .mapToObj(i -> Chat.runs("echo " + i))
            .toArray(ModelServer.Script[]::new);
    try (var bench =
        Bench.with(code, scripts)
            .limited(new Limits(100_000, OptionalInt.empty(), 3, Duration.ZERO))) {
      assertThat(bench.ask("go").failure().map(TurnFailure::message))
          .contains(
              "the agent was not done after 3 steps; give it a smaller task, or tell it to go on");
    }
  }

  @Test
  void a_word_said_meanwhile_is_seen_before_the_next_model_call() {
    try (var bench =
        Bench.with(code, Chat.runs("echo hi"), Chat.says("ok"), Chat.says("in blue"))) {
      var session = bench.session();
      var turn = session.begin(new Message.User("paint"), bench.updates::add);
      session.say(new Word("w1", "make it blue"));
      assertThat(session.run(turn).stopReason()).isEqualTo(StopReason.END_TURN);
      assertThat(bench.server.body(0).path("messages").findValuesAsText("content").subList(1, 3))
          .containsExactly("paint", "make it blue");
      assertThat(bench.updates).contains(taken("w1", "make it blue"));
    }
  }

  @Test
  void a_word_said_during_the_last_answer_keeps_the_turn_going() {
    var session = new Session[1];
    ModelServer.Script talkative =
        exchange -> {
          session[0].say(new Word("w1", "one more thing"));
          Chat.says("done").play(exchange);
        };
    try (var it = Bench.with(code, talkative, Chat.says("done too"))) {
      session[0] = it.session();
      it.ask(session[0], "go");
      assertThat(lastContent(it, 1)).isEqualTo("one more thing");
    }
  }

  /// The client was not told that it was taken, and says it with the next prompt.
  @Test
  void a_word_that_no_turn_hears_is_left_to_the_client() {
    try (var it = Bench.with(code, Chat.says("one"), Chat.says("two"))) {
      var session = it.session();
      it.ask(session, "go");
      session.say(new Word("w1", "too late"));
      it.ask(session, "go on");
      assertThat(lastContent(it, 1)).isEqualTo("go on");
      assertThat(it.updates).doesNotContain(taken("w1", "too late"));
    }
  }

  private static SessionUpdate taken(String word, String text) {
    return new SessionUpdate.UserMessageChunk(new ContentBlock.Text(text), Optional.of(word));
  }

  @Test
  void a_cancel_kills_the_command_and_all_it_started() {
    try (var bench = Bench.with(code, Chat.runs("sleep 300 & echo $! > pid; wait"))) {
      var session = bench.session();
      var canceller =
          Thread.ofVirtual()
              .start(() -> {
                until(() -> Files.exists(code.resolve("pid")) && !read("pid").isBlank());
                session.cancel();
              });
      assertThat(bench.ask(session, "go")).isEqualTo(PromptResult.stopped(StopReason.CANCELLED));
      canceller.interrupt();
      var pid = Long.parseLong(read("pid").strip());
      until(() -> ProcessHandle.of(pid).map(p -> !p.isAlive() || isZombie(pid)).orElse(true));
      assertThat(bench.updates.getLast())
          .isInstanceOfSatisfying(
              SessionUpdate.ToolCallUpdate.class,
              update -> assertThat(update.status()).contains(ToolStatus.FAILED));
    }
  }

  @Test
  void a_cancel_drops_the_models_stream_at_once_and_the_next_turn_goes_on() {
    ModelServer.Script endless =
        exchange -> {
          ModelServer.begin(exchange);
          ModelServer.write(exchange, "data: " + Chat.text("thinking") + "\n\n");
          Thread.sleep(Duration.ofMinutes(5));
        };
    try (var bench = Bench.with(code, endless, Chat.says("hello again"))) {
      var session = bench.session();
      Thread.ofVirtual()
          .start(() -> {
            until(() -> bench.said().equals("thinking"));
            session.cancel();
          });
      assertThat(bench.ask(session, "go").stopReason()).isEqualTo(StopReason.CANCELLED);
      assertThat(bench.ask(session, "still there?").stopReason()).isEqualTo(StopReason.END_TURN);
    }
  }

  @Test
  void agents_md_is_given_with_the_system_prompt_and_below_with_the_first_touch()
      throws IOException {
    Files.writeString(code.resolve("AGENTS.md"), "Use tabs.");
    Files.createDirectories(code.resolve("web/src"));
    Files.writeString(code.resolve("web/AGENTS.md"), "Use React.");
    Files.writeString(code.resolve("web/src/a.ts"), "x\n");
    var read = Chat.calls("read", "{\"path\":\"web/src/a.ts\"}");
    try (var bench = Bench.with(code, read, read, Chat.says("ok"))) {
      bench.ask("go");
      assertThat(bench.server.body(0).path("messages").path(0).path("content").textValue())
          .endsWith("The repository's AGENTS.md says:\n\nUse tabs.");
      assertThat(lastContent(bench, 1))
          .isEqualTo("x\n\n\n[web/AGENTS.md says, for all below that folder:]\nUse React.");
      assertThat(lastContent(bench, 2)).isEqualTo("x\n");
    }
  }

  @Test
  void a_plan_is_shown() {
    try (var bench =
        Bench.with(
            code,
            Chat.calls("plan", "{\"entries\":[{\"text\":\"look\",\"status\":\"in_progress\"}]}"),
            Chat.says("ok"))) {
      bench.ask("go");
      assertThat(bench.updates)
          .contains(
              new SessionUpdate.Plan(List.of(new PlanEntry("look", "medium", "in_progress"))));
    }
  }

  @Test
  void a_question_gets_no_tool_that_only_changes_files() {
    try (var bench = Bench.with(code, Chat.says("Because.")).toAsk()) {
      bench.ask("why?");
      assertThat(bench.server.body(0).path("tools").findValuesAsText("name"))
          .containsExactly("bash", "read", "search");
      assertThat(bench.server.body(0).path("messages").path(0).path("content").textValue())
          .contains("files must not be changed");
    }
  }

  @Test
  void a_session_has_one_turn_at_a_time_and_stops_when_told() throws Exception {
    try (var bench = Bench.with(code, Chat.runs("sleep 300"))) {
      var session = bench.session();
      var turn = session.begin(new Message.User("go"), bench.updates::add);
      assertThatThrownBy(() -> session.begin(new Message.User("me too"), bench.updates::add))
          .hasMessage("a turn runs already in this session");
      var running = Thread.ofVirtual().start(() -> session.run(turn));
      until(() -> !bench.updates.isEmpty());
      session.stop(Duration.ofSeconds(10));
      running.join();
      assertThat(bench.updates.getLast()).isInstanceOf(SessionUpdate.ToolCallUpdate.class);
      assertThat(Files.readString(bench.file()))
          .as("whoever goes on with it must not take it for a person's wish")
          .contains("interrupted: the result is unknown")
          .doesNotContain("cancelled by the person");
    }
  }

  private static PromptResult failed(StopReason reason, TurnFailure.Cause cause, String message) {
    return new PromptResult(reason, Optional.of(new TurnFailure(cause, message)));
  }

  private static String lastContent(Bench bench, int request) {
    var messages = bench.server.body(request).path("messages");
    return messages.path(messages.size() - 1).path("content").asText();
  }

  private String read(String name) {
    try {
      return Files.readString(code.resolve(name));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Killed, and not yet reaped by whoever inherited it.
  private static boolean isZombie(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ");
    } catch (IOException _) {
      return true;
    }
  }

  private static void until(BooleanSupplier condition) {
    var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("it did not come to that");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }
}
