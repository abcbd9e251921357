package drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerCommandsTest {
  private static final String MAKE =
      "{\"id\":\"1-1\",\"kind\":\"execute\",\"subject\":\"make\\nmake install\",\"input\":\"{}\"}";
  private static final String EDIT =
      """
      {"id":"1-2","kind":"edit","subject":"a.txt",\
      "input":"{\\"path\\":\\"a.txt\\",\\"old_text\\":\\"one\\",\\"new_text\\":\\"two\\"}"}\
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void the_only_open_one_is_answered() {
    try (var server =
        asking(MAKE).on("POST /api/tasks/x/approvals/1-1", 202, "application/json", "{}")) {
      assertThat(Typed.at(server, folder, "approve", "x"))
          .isEqualTo(new Typed(0, "", "x: allowed 1-1\n"));
      assertThat(server.bodyOf("POST /api/tasks/x/approvals/1-1"))
          .isEqualTo("{\"decision\":\"allow\"}");
    }
  }

  @Test
  void an_answer_can_be_remembered() {
    try (var server =
        new RecordedServer().on("POST /api/tasks/x/approvals/1-2", 202, "application/json", "{}")) {
      assertThat(Typed.at(server, folder, "deny", "x", "--approval", "1-2", "--remember"))
          .isEqualTo(new Typed(0, "", "x: denied 1-2\n"));
      assertThat(server.bodyOf("POST /api/tasks/x/approvals/1-2"))
          .isEqualTo("{\"decision\":\"deny\",\"remember\":\"repository\"}");
    }
  }

  @Test
  void of_several_none_is_answered_but_all_are_shown() {
    try (var server = asking(MAKE + "," + EDIT)) {
      assertThat(Typed.at(server, folder, "approve", "x"))
          .isEqualTo(
              new Typed(
                  2,
                  """
                    ? may the agent run (1-1)
                      | make
                      | make install
                    ? may the agent change (1-2)
                      | a.txt
                      - one
                      + two
                  """,
                  "drydock: x asks for several things: say which with --approval\n"));
    }
  }

  @Test
  void there_may_be_nothing_to_answer() {
    try (var server = asking("")) {
      assertThat(Typed.at(server, folder, "deny", "x"))
          .isEqualTo(new Typed(2, "", "drydock: x asks for nothing\n"));
    }
  }

  @Test
  void rules_are_listed_and_removed() {
    var rules =
        """
        {"rules":[{"id":"r_1","repository":"https://h/a.git","kind":"execute","subject":"make",\
        "allowed":true,"actor":"ada"}]}\
        """;
    try (var server =
        new RecordedServer()
            .on("GET /api/rules", rules)
            .on("DELETE /api/rules/r_1", 204, "text/plain", "")) {
      assertThat(Typed.at(server, folder, "rule", "list"))
          .isEqualTo(
              new Typed(0, "r_1  allow execute make\n    in https://h/a.git, as ada said\n", ""));
      assertThat(Typed.at(server, folder, "rule", "remove", "r_1"))
          .isEqualTo(new Typed(0, "", "r_1: removed\n"));
    }
  }

  private static RecordedServer asking(String approvals) {
    return new RecordedServer()
        .on("GET /api/tasks/x", "{\"id\":\"x\",\"approvals\":[" + approvals + "]}");
  }
}
