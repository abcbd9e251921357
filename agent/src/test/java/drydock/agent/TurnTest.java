package drydock.agent;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.acp.PromptResult;
import drydock.acp.StopReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a turn does, seen by the person and by the model.
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
}
