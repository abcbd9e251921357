package drydock.door;

import static drydock.door.Dock.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.domain.model.Dialect;
import drydock.domain.model.ModelName;
import drydock.domain.model.Tokens;
import drydock.domain.model.Usage;
import drydock.door.dialect.AnswerReader;
import drydock.door.dialect.Json;
import drydock.door.dialect.Reply;
import drydock.door.provider.Patience;
import drydock.door.provider.Provider;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class ScriptedDoorTest {
  private static final String SCRIPT =
      """
      # a comment
      {"reply":{"text":"I look.","thinking":"Where?","toolCalls":[{"name":"bash","arguments":{"command":"ls -l"}},{"name":"read","arguments":{"path":"a"}}]},"usage":{"input":100,"output":20}}

      {"reply":{"toolCalls":[{"name":"edit","arguments":{"path":"a","text":"ü"}}]}}
      {"reply":{"text":"Done."},"usage":{"input":120,"cachedInput":90,"output":5}}
      """;

  @TempDir Path folder;

  private Dock dock() {
    return Dock.of(folder, Provider.scripted(folder));
  }

  private void script(String name, String lines) throws IOException {
    Files.writeString(folder.resolve(name + ".jsonl"), lines);
  }

  private static String path(Dialect dialect) {
    return switch (dialect) {
      case OPENAI_CHAT -> "/openai/v1/chat/completions";
      case OPENAI_RESPONSES -> "/openai/v1/responses";
      case ANTHROPIC_MESSAGES -> "/anthropic/v1/messages";
    };
  }

  /// A request whose history has so many answers of the model.
  private static String request(Dialect dialect, String model, int turns) {
    var body = Json.object().put("model", model).put("stream", turns % 2 == 0);
    var said = body.putArray(dialect == Dialect.OPENAI_RESPONSES ? "input" : "messages");
    said.addObject().put("role", "user").put("content", "go");
    for (var i = 0; i < turns; i++) {
      said.addObject().put("role", "assistant").put("content", "I did " + i);
      said.addObject().put("role", "user").put("content", "on");
    }
    return Json.write(body);
  }

  private static List<Reply> play(Door door, Dialect dialect, String model, int turns)
      throws IOException {
    var replies = new ArrayList<Reply>();
    for (var i = 0; i < turns; i++) {
      var answer = Inside.post(door.socket(), path(dialect), TOKEN, request(dialect, model, i));
      assertThat(answer.status()).isEqualTo(200);
      replies.add(AnswerReader.read(dialect, i % 2 == 0, answer.body()).reply());
    }
    return replies;
  }

  @ParameterizedTest
  @EnumSource
  void a_run_is_recorded_and_its_recording_plays_the_same(Dialect dialect) throws Exception {
    script("demo", SCRIPT);
    try (var dock = dock()) {
      var first = dock.model("scripted/demo");
      var replies = play(first, dialect, "demo", 3);
      first.close();
      Files.copy(folder.resolve("gateway.jsonl"), folder.resolve("again.jsonl"));
      var second = dock.model("scripted/again");

      assertThat(replies.get(0).toolCalls()).hasSize(2);
      assertThat(replies.get(2).text()).isEqualTo("Done.");
      assertThat(play(second, dialect, "again", 3)).isEqualTo(replies);
      second.close();
      assertThat(dock.heard.calls.subList(0, 3))
          .isEqualTo(
              dock.heard.calls.subList(3, 6).stream()
                  .map(
                      c -> new Heard.Call(new ModelName("scripted", "demo"), c.usage(), c.status()))
                  .toList());
      assertThat(dock.heard.calls.get(2).usage())
          .isEqualTo(new Usage(1, new Tokens(120, 90, 5), BigDecimal.ZERO));
    }
  }

  @Test
  void the_files_of_a_run_read_well() throws Exception {
    script("demo", SCRIPT);
    try (var dock = dock();
        var door = dock.model("scripted/demo")) {
      play(door, Dialect.OPENAI_CHAT, "demo", 2);
      Dock.shut(door);

      assertThat(dock.file("prompt.txt").replaceAll("2026-05-17T10:00:0\\S*Z", "NOW"))
          .isEqualTo(
              """
              === call 1, NOW, scripted/demo, openai_chat: 1 messages, 1 of them new

              --- user
              go

              === call 2, NOW, scripted/demo, openai_chat: 3 messages, 2 of them new

              --- assistant
              I did 0

              --- user
              on

              """);
      assertThat(dock.file("llm_response.txt").replaceAll("\\d+\\.\\d s|about \\d+ tokens in", "N"))
          .isEqualTo(
              """
              === call 1, status 200, 100 tokens in (0 cached), 20 out, N

              --- thinking
              Where?

              I look.

              --- tool bash
              {"command":"ls -l"}

              --- tool read
              {"path":"a"}

              === call 2, status 200, %s tokens in (0 cached), %s out, N

              --- tool edit
              {"path":"a","text":"ü"}

              """
                  .formatted(
                      dock.heard.calls.get(1).usage().tokens().input(),
                      dock.heard.calls.get(1).usage().tokens().output()));
      var line =
          (ObjectNode) Json.parse(dock.file("gateway.jsonl").lines().findFirst().orElseThrow());
      assertThat(line.fieldNames())
          .toIterable()
          .containsExactly(
              "number",
              "at",
              "dialect",
              "model",
              "request",
              "status",
              "response",
              "reply",
              "usage",
              "costUsd",
              "took",
              "timeToFirstByte",
              "tries");
    }
  }

  @Test
  void the_end_of_a_recording_is_said_clearly() throws Exception {
    script("demo", SCRIPT);
    try (var dock = dock();
        var door = dock.model("scripted/demo")) {
      var answer =
          Inside.post(
              door.socket(),
              path(Dialect.OPENAI_CHAT),
              TOKEN,
              request(Dialect.OPENAI_CHAT, "demo", 3));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body())
          .contains("drydock: the recording demo.jsonl has ended: its 3 answers have been given");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_recording_is_played_on_its_own_repository_only(Dialect dialect) throws Exception {
    script("demo", "{\"expects\":\"def days(\",\"reply\":{\"text\":\"Mended.\"}}");
    try (var dock = dock();
        var door = dock.model("scripted/demo")) {
      var asked = List.of(request(dialect, "no such file"), request(dialect, "1 def days(a):"));
      var answers = new ArrayList<Inside.Reply>();
      for (var body : asked) {
        answers.add(Inside.post(door.socket(), path(dialect), TOKEN, body));
      }

      assertThat(answers).extracting(Inside.Reply::status).containsExactly(400, 200);
      assertThat(answers.getFirst().body())
          .contains("drydock: the recording demo.jsonl was made on another repository");
    }
  }

  /// A request in which a tool has said this, and the person that too.
  private static String request(Dialect dialect, String output) {
    var body = Json.object().put("model", "demo");
    var said = body.putArray(dialect == Dialect.OPENAI_RESPONSES ? "input" : "messages");
    said.addObject().put("role", "user").put("content", "look for def days(");
    switch (dialect) {
      case OPENAI_CHAT -> said.addObject().put("role", "tool").put("content", output);
      case OPENAI_RESPONSES ->
          said.addObject().put("type", "function_call_output").put("output", output);
      case ANTHROPIC_MESSAGES ->
          said.addObject()
              .put("role", "user")
              .putArray("content")
              .addObject()
              .put("type", "tool_result")
              .put("content", output);
    }
    return Json.write(body);
  }

  @Test
  void a_recording_that_is_missing_or_wrong_is_named() throws Exception {
    script("bad", "{\"reply\":{}}\nnot json\n");
    try (var dock = dock()) {
      var missing = ask(dock.model("scripted/nowhere"), "nowhere");
      var bad = ask(dock.model("scripted/bad"), "bad");
      var outside = ask(dock.model("scripted/../secret"), "../secret");

      assertThat(missing.status()).isEqualTo(404);
      assertThat(missing.body()).contains("there is no recording nowhere.jsonl");
      assertThat(bad.body()).contains("bad.jsonl line 2: a JSON object with a 'reply' is expected");
      assertThat(outside.body()).contains("no recording has such a name");
    }
  }

  @Test
  void faults_are_played_once_and_then_the_reply() throws Exception {
    script(
        "faulty",
        """
        {"faults":[{"status":429,"retryAfter":3},{"status":503},{"hang":true},{"cut":true},{"status":400,"body":{"error":{"message":"bad"}}}],"delayMs":40,"reply":{"text":"At last, a long and complete answer."}}
        """);
    try (var dock = dock()) {
      var door = dock.model("scripted/faulty");

      assertThatThrownBy(() -> ask(door, "faulty")).isInstanceOf(EOFException.class);
      assertThat(dock.slept)
          .contains(Duration.ofSeconds(3), Duration.ofMillis(40), Patience.DEFAULT.firstByte());
      assertThat(ask(door, "faulty").body()).isEqualTo("{\"error\":{\"message\":\"bad\"}}");
      assertThat(ask(door, "faulty").status()).isEqualTo(200);
      door.close();
      assertThat(dock.heard.calls).extracting(Heard.Call::status).containsExactly(200, 400, 200);
    }
  }

  private static Inside.Reply ask(Door door, String model) throws IOException {
    return Inside.post(
        door.socket(), path(Dialect.OPENAI_CHAT), TOKEN, request(Dialect.OPENAI_CHAT, model, 0));
  }
}
