package drydock.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the environment and the command line may say.
final class SettingsTest {
  @TempDir Path temp;

  @Test
  void the_dialect_is_said_or_told_by_the_provider() {
    assertThat(new Settings(Map.of()).api()).isEqualTo(Settings.Api.OPENAI_CHAT);
    var claude = new Settings(Map.of("ANTHROPIC_API_KEY", "k"));
    assertThat(claude.api()).isEqualTo(Settings.Api.ANTHROPIC_MESSAGES);
    assertThat(claude.key()).contains("k");
    var responses =
        new Settings(
            Map.of(
                "DRYDOCK_DIALECT", "openai_responses",
                "ANTHROPIC_API_KEY", "k",
                "OPENAI_BASE_URL", "http://127.0.0.1:1/v1/"));
    assertThat(responses.baseUrl()).isEqualTo("http://127.0.0.1:1/v1");
    assertThat(responses.key()).isEmpty();
  }

  @Test
  void what_is_wrong_is_said_in_a_line() {
    assertThatThrownBy(() -> new Settings(Map.of()).model()).hasMessageContaining("DRYDOCK_MODEL");
    assertThatThrownBy(() -> new Settings(Map.of("DRYDOCK_DIALECT", "x")).api())
        .hasMessage(
            "DRYDOCK_DIALECT must be one of [openai_chat, openai_responses, anthropic_messages],"
                + " not 'x'");
    assertThatThrownBy(() -> new Settings(Map.of("DRYDOCK_CONTEXT_TOKENS", "8k")).contextTokens())
        .hasMessage("DRYDOCK_CONTEXT_TOKENS must be a whole number, not '8k'");
    assertThatThrownBy(() -> new Settings(Map.of("OPENAI_BASE_URL", "localhost")).baseUrl())
        .hasMessage("the base URL is no http address");
    assertThatThrownBy(() -> AloneRequest.parse(List.of("--mode"), false))
        .hasMessage("'--mode' is no option, or its value is missing");
    assertThatThrownBy(() -> AloneRequest.parse(List.of("--mode", "ask"), false))
        .hasMessage("no task: give --task TEXT or --task-file FILE");
  }

  @Test
  void a_task_file_is_what_the_host_writes() throws IOException {
    var file =
        Files.writeString(temp.resolve("task.json"), "{\"prompt\":\"why?\",\"mode\":\"ask\"}");
    assertThat(AloneRequest.parse(List.of("--task-file", file.toString(), "--output", "/o"), false))
        .isEqualTo(new AloneRequest("why?", "ask", Path.of("/o")));
  }

  @Test
  void commands_see_what_set_up_exported_and_no_key() throws IOException {
    var file = Files.writeString(temp.resolve("env"), "A=1\0B=two\nlines=\0");
    var own =
        Map.of("PATH", "/bin", "OPENAI_API_KEY", "k", "DRYDOCK_DOOR", "/d", "DRYDOCK_TASK_ID", "t");
    assertThat(ShellEnvironment.of(own, Optional.of(file)))
        .containsEntry("A", "1")
        .containsEntry("B", "two\nlines=")
        .containsEntry("PATH", "/bin")
        .containsEntry("DRYDOCK_TASK_ID", "t")
        .doesNotContainKeys("OPENAI_API_KEY", "DRYDOCK_DOOR");
  }
}
