package drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CliTest {
  private static final String PROBLEM = "application/problem+json";

  @TempDir private Path folder = Path.of("");

  static List<String> commands() {
    return List.of(
        "run",
        "tasks",
        "show",
        "logs",
        "diff",
        "apply",
        "reply",
        "approve",
        "deny",
        "cancel",
        "archive",
        "retry",
        "continue",
        "pr",
        "share",
        "rm",
        "token",
        "rule",
        "gc");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void every_command_has_help(String command) {
    var typed = Typed.in(folder, Map.of(), command, "--help");
    assertThat(typed.out()).startsWith("Usage: drydock " + command).contains("-h, --help");
    assertThat(typed.exitCode()).isZero();
  }

  @Test
  void bad_usage_is_one_line_and_the_synopsis() {
    assertThat(Typed.in(folder, Map.of(), "reply", "20260517_3k9x0q7hzt"))
        .isEqualTo(
            new Typed(
                2,
                "",
                """
                drydock: Missing required parameter: 'TEXT'
                Usage: drydock reply [-h] ID TEXT
                --help says more
                """));
  }

  @Test
  void without_a_server_it_says_how_to_start_one() {
    var typed = Typed.in(folder, Map.of("DRYDOCK_URL", "http://127.0.0.1:1"), "tasks");
    assertThat(typed)
        .isEqualTo(
            new Typed(
                4,
                "",
                "drydock: no server at http://127.0.0.1:1 (connection refused); start one with:"
                    + " ./drydock up   or name another in DRYDOCK_URL\n"));
  }

  @Test
  void an_address_that_is_none_is_refused() {
    assertThat(Typed.in(folder, Map.of("DRYDOCK_URL", "dock"), "tasks"))
        .isEqualTo(
            new Typed(
                2,
                "",
                "drydock: DRYDOCK_URL is not an address: 'dock'; write http://HOST:PORT or"
                    + " https://HOST\n"));
  }

  @Test
  void the_token_comes_from_the_home_of_the_server() throws IOException {
    Files.writeString(folder.resolve("token"), "from-file\n");
    try (var server = new RecordedServer().on("GET /api/tasks?limit=20", "{\"tasks\":[]}")) {
      var env = Map.of("DRYDOCK_URL", server.url() + "/", "DRYDOCK_HOME", folder.toString());
      assertThat(Typed.in(folder, env, "tasks")).isEqualTo(new Typed(0, "", ""));
      assertThat(server.asked("GET /api/tasks?limit=20").authorization())
          .isEqualTo("Bearer from-file");
    }
  }

  @Test
  void a_missing_token_is_told_from_a_wrong_one() {
    try (var server =
        new RecordedServer().on("GET /api/tasks?limit=20", 401, PROBLEM, "{\"detail\":\"no\"}")) {
      var none = Typed.in(folder, Map.of("DRYDOCK_URL", server.url()), "tasks");
      assertThat(none.err())
          .contains("wants a token, and there is none in " + folder.resolve("no-home/token"));
      var wrong = Typed.at(server, folder, "tasks");
      assertThat(wrong.err()).contains("does not accept the token in DRYDOCK_TOKEN");
      assertThat(List.of(none.exitCode(), wrong.exitCode())).containsExactly(2, 2);
    }
  }

  @Test
  void what_a_task_may_use_more_is_sent_as_it_was_named() {
    try (var server = new RecordedServer().on("POST /api/tasks/x/continue", "{}")) {
      var typed =
          Typed.at(server, folder, "continue", "x", "--budget-usd", "2.50", "--budget-time", "2h");
      assertThat(typed).isEqualTo(new Typed(0, "", "x: goes on\n"));
      assertThat(server.bodyOf("POST /api/tasks/x/continue"))
          .isEqualTo("{\"budget\":{\"usd\":2.50,\"time\":\"PT2H\"}}");
    }
  }

  @Test
  void a_token_is_made_shown_once_and_revoked() {
    try (var server =
        new RecordedServer()
            .on("POST /api/tokens", "{\"name\":\"ci\",\"token\":\"dd_1\"}")
            .on("DELETE /api/tokens/ci", 204, "text/plain", "")) {
      assertThat(
              Typed.at(
                  server, folder, "token", "create", "ci", "--scope", "write", "--expires", "90d"))
          .isEqualTo(new Typed(0, "dd_1\n", ""));
      assertThat(server.bodyOf("POST /api/tokens"))
          .isEqualTo("{\"name\":\"ci\",\"scope\":\"write\",\"expiresIn\":\"PT2160H\"}");
      assertThat(Typed.at(server, folder, "token", "revoke", "ci"))
          .isEqualTo(new Typed(0, "", "ci: revoked\n"));
    }
  }

  @Test
  void tokens_are_listed_with_their_last_use() {
    var list =
        """
        {"tokens":[{"name":"ci","scope":"write","lastUsedAt":"2026-05-17T10:00:00Z"},
        {"name":"guest","scope":"read","expiresAt":"2026-06-17T10:00:00Z"}]}\
        """;
    try (var server = new RecordedServer().on("GET /api/tokens", list)) {
      assertThat(Typed.at(server, folder, "token", "list").out().lines().map(String::strip))
          .containsExactly(
              "ci                       write  used 2026-05-17T10:00:00Z",
              "guest                    read   never used                   until 2026-06-17T10:00:00Z");
    }
  }

  @Test
  void what_a_link_includes_is_sent() {
    try (var server = new RecordedServer().on("POST /api/tasks/x/shares", "{\"url\":\"u\"}")) {
      assertThat(Typed.at(server, folder, "share", "x", "--include", "logs,prompts").out())
          .isEqualTo("u\n");
      assertThat(server.bodyOf("POST /api/tasks/x/shares"))
          .isEqualTo("{\"expiresIn\":\"PT168H\",\"include\":[\"logs\",\"prompts\"]}");
    }
  }

  @Test
  void of_a_few_words_another_is_refused_with_those_that_are_known() {
    var scope = Typed.in(folder, Map.of(), "token", "create", "ci", "--scope", "foo");
    var parts = Typed.in(folder, Map.of(), "share", "x", "--include", "logs,everything");
    assertThat(List.of(scope.exitCode(), parts.exitCode())).containsExactly(2, 2);
    assertThat(scope.err())
        .startsWith(
            "drydock: Invalid value for option '--scope': 'foo' is none of: read, write, admin\n");
    assertThat(parts.err())
        .startsWith("drydock: Invalid value for option '--include' (PARTS): 'everything' is none")
        .contains(" of: logs, prompts\n");
  }

  @Test
  void what_was_deleted_is_said() {
    try (var server = new RecordedServer().on("DELETE /api/tasks/x", 204, "text/plain", "")) {
      assertThat(Typed.at(server, folder, "rm", "x"))
          .isEqualTo(new Typed(0, "", "x: deleted, with all its files\n"));
    }
  }

  @Test
  void the_place_in_what_the_command_sent_is_not_repeated() {
    try (var server =
        new RecordedServer()
            .on(
                "POST /api/tasks/x/retry",
                400,
                PROBLEM,
                "{\"detail\":\"line 1, column 9: field 'a' is not a string\"}")) {
      assertThat(Typed.at(server, folder, "retry", "x").err())
          .isEqualTo("drydock: field 'a' is not a string\n");
    }
  }

  @Test
  void a_problem_is_said_in_the_words_of_the_server() {
    try (var server =
        new RecordedServer()
            .on(
                "POST /api/tasks/x/retry",
                409,
                PROBLEM,
                "{\"code\":\"conflict\",\"detail\":\"x has not ended: cancel it first\"}")) {
      assertThat(Typed.at(server, folder, "retry", "x"))
          .isEqualTo(new Typed(2, "", "drydock: x has not ended: cancel it first\n"));
    }
  }

  @Test
  void an_answer_without_words_is_named_by_its_status() {
    try (var server = new RecordedServer()) {
      assertThat(Typed.at(server, folder, "show", "a b"))
          .isEqualTo(
              new Typed(2, "", "drydock: " + server.url() + " answered 404 to /api/tasks/a b\n"));
    }
  }

  @Test
  void a_share_is_asked_for_with_its_span_and_printed_as_a_link() {
    try (var server =
        new RecordedServer()
            .on(
                "POST /api/tasks/x/shares",
                201,
                "application/json",
                "{\"url\":\"http://h/s/t\"}")) {
      assertThat(Typed.at(server, folder, "share", "x", "--expires", "12h"))
          .isEqualTo(new Typed(0, "http://h/s/t\n", ""));
      assertThat(server.bodyOf("POST /api/tasks/x/shares")).isEqualTo("{\"expiresIn\":\"PT12H\"}");
    }
  }
}
