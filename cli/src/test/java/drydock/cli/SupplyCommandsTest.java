package drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a task starts from: repositories, models and keys.
class SupplyCommandsTest {
  private static final String JSON = "application/json";

  @TempDir private Path folder = Path.of("");

  @Test
  void repositories_are_listed_page_by_page_and_removed_by_url() {
    try (var server =
        new RecordedServer()
            .on(
                "GET /api/repos?limit=200",
                200,
                JSON,
                """
                {"repositories":[{"id":"g_1","url":"https://h/a.git","tasks":2,\
                "lastUsedAt":"2026-05-17T10:00:00Z","defaultBranch":"main"}],"next":"c1"}
                """)
            .on(
                "GET /api/repos?limit=200&cursor=c1",
                200,
                JSON,
                """
                {"repositories":[{"id":"g_2","url":"https://h/b.git","tasks":0,\
                "lastUsedAt":"2026-05-16T10:00:00Z"}]}
                """)
            .on("DELETE /api/repos/g_2", 204, JSON, "")) {
      assertThat(Typed.at(server, folder, "repo", "list"))
          .isEqualTo(
              new Typed(
                  0,
                  """
                  g_1  2026-05-17T10:00:00Z  2 tasks  main  https://h/a.git
                  g_2  2026-05-16T10:00:00Z  0 tasks  https://h/b.git
                  """,
                  ""));
      assertThat(Typed.at(server, folder, "repo", "remove", "https://h/b.git"))
          .isEqualTo(new Typed(0, "", "https://h/b.git: forgotten\n"));
    }
  }

  @Test
  void a_key_comes_from_the_standard_input_and_is_not_said_again() {
    try (var server =
        new RecordedServer()
            .on("PUT /api/providers/openai", 200, JSON, "{\"name\":\"openai\",\"models\":2}")
            .on("DELETE /api/providers/openai", 204, JSON, "")) {
      assertThat(
              Typed.with(
                  "sk-secret\n", server, folder, "key", "set", "openai", "--url", "http://h"))
          .isEqualTo(new Typed(0, "", "openai: verified, 2 models\n"));
      assertThat(server.bodyOf("PUT /api/providers/openai"))
          .isEqualTo("{\"key\":\"sk-secret\",\"url\":\"http://h\"}");
      assertThat(Typed.at(server, folder, "key", "remove", "openai"))
          .isEqualTo(new Typed(0, "", "openai: removed\n"));
    }
  }

  @Test
  void a_model_that_does_not_answer_fails_the_command() {
    try (var server =
        new RecordedServer()
            .on(
                "POST /api/models/try",
                200,
                JSON,
                """
                {"ok":false,"latencyMs":3,"reason":"no_such_model","detail":"it has no m"}
                """)) {
      assertThat(Typed.at(server, folder, "model", "try", "openai/m"))
          .isEqualTo(
              new Typed(1, "", "drydock: openai/m does not answer (no such model): it has no m\n"));
    }
  }

  @Test
  void the_default_model_is_chosen_and_said_with_why() {
    var now = "{\"providers\":[],\"defaultModel\":\"openai/m\",\"defaultFrom\":\"chosen\"}";
    try (var server =
        new RecordedServer()
            .on(
                "PUT /api/models/default",
                200,
                JSON,
                "{\"model\":\"openai/m\",\"from\":\"chosen\"}")
            .on("DELETE /api/models/default", 204, JSON, "")
            .on("GET /api/providers", 200, JSON, now)) {
      var said = new Typed(0, "openai/m (chosen while the server ran)\n", "");
      assertThat(Typed.at(server, folder, "model", "default", "openai/m")).isEqualTo(said);
      assertThat(server.bodyOf("PUT /api/models/default")).isEqualTo("{\"model\":\"openai/m\"}");
      assertThat(Typed.at(server, folder, "model", "default")).isEqualTo(said);
      assertThat(Typed.at(server, folder, "model", "default", "--reset")).isEqualTo(said);
    }
  }

  @Test
  void a_model_that_answers_is_shown() {
    try (var server =
        new RecordedServer()
            .on(
                "POST /api/models/try",
                200,
                JSON,
                "{\"ok\":true,\"latencyMs\":321,\"said\":\"Hi\",\"inputTokens\":12,\"outputTokens\":3}")) {
      assertThat(Typed.at(server, folder, "model", "try", "openai/m"))
          .isEqualTo(new Typed(0, "321 ms, 12 tokens in, 3 out: Hi\n", ""));
    }
  }
}
