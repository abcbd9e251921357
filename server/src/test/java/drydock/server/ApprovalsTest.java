package drydock.server;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.api.TaskShown;
import drydock.api.approval.ApprovalShown;
import drydock.api.approval.RuleList;
import drydock.api.approval.RuleShown;
import drydock.domain.Actor;
import drydock.domain.event.EventBody;
import drydock.domain.port.Rules.Rule;
import drydock.domain.task.State;
import drydock.domain.task.TaskId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalsTest {
  private static final String ALLOW = "{\"decision\":\"allow\"}";

  private TestServer server;
  private TaskId id;

  @BeforeEach
  void start() {
    server = new TestServer();
    id = server.task("Clean up");
    server.workstation.moves(id, State.PREPARING);
    server.workstation.moves(id, State.SETTING_UP);
    server.workstation.moves(id, State.RUNNING);
    server.workstation.happens(
        id,
        new EventBody.ApprovalAsked(
            "1-1",
            "call_1",
            "execute",
            "rm -r out " + TestServer.TOKEN,
            "{}",
            Duration.ofMinutes(30)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_task_shows_what_its_agents_ask() {
    assertThat(server.read(server.get("/api/tasks/" + id), TaskShown.class))
        .returns(State.WAITING, TaskShown::state)
        .returns(
            List.of(
                new ApprovalShown(
                    "1-1",
                    1,
                    "call_1",
                    "execute",
                    "rm -r out " + TestServer.TOKEN,
                    "{}",
                    server.clock.instant(),
                    server.clock.instant().plusSeconds(1800))),
            TaskShown::approvals);
  }

  @Test
  void an_answer_lets_it_run_on_and_says_who_gave_it() {
    var answer = server.post(path("1-1"), ALLOW);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(server.read(answer, TaskShown.class))
        .returns(State.RUNNING, TaskShown::state)
        .returns(List.of(), TaskShown::approvals);
    assertThat(log().getLast())
        .contains("\"actor\":{\"kind\":\"user\",\"name\":\"operator\"}")
        .contains("\"allowed\":true,\"remembered\":false");
  }

  @Test
  void a_second_answer_is_a_conflict_and_one_to_nothing_is_not_found() {
    var denied = "{\"decision\":\"deny\",\"remember\":\"repository\"}";
    assertThat(server.post(path("1-1"), denied).statusCode()).isEqualTo(202);
    assertThat(log().getLast()).contains("\"allowed\":false,\"remembered\":true");
    assertThat(server.post(path("1-1"), ALLOW).statusCode()).isEqualTo(409);
    assertThat(server.post(path("1-2"), ALLOW).statusCode()).isEqualTo(404);
    assertThat(server.post(path("2-1"), ALLOW).statusCode()).isEqualTo(404);
    assertThat(server.post("/api/tasks/20260517_0000000000/approvals/1-1", ALLOW).statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"decision\":\"maybe\"}",
        "{\"decision\":\"allow\",\"remember\":true}",
        "{\"decision\":\"allow\",\"remember\":\"always\"}",
        "{\"decision\":\"allow\",\"remember\":0}"
      })
  void what_is_no_answer_is_refused(String body) {
    assertThat(server.post(path("1-1"), body).statusCode()).isEqualTo(400);
    assertThat(server.workstation.task(id).state()).isEqualTo(State.WAITING);
  }

  @Test
  void a_share_shows_nothing_of_what_is_asked() {
    var share =
        server.workstation.share(Actor.OPERATOR, id, Duration.ofDays(1), java.util.Set.of());
    var shown = server.send(server.bare("/s/" + share.token() + "/task.json").GET()).body();
    assertThat(shown).contains("\"state\":\"waiting\"").doesNotContain("rm -r out");
  }

  @Test
  void rules_are_shown_and_removed() {
    var rule = new Rule("https://h/a.git", "execute", "make", true, "ada", server.clock.instant());
    server.workstation.rules().put(rule);

    assertThat(server.read(server.get("/api/rules"), RuleList.class))
        .isEqualTo(new RuleList(List.of(RuleShown.of(rule))));
    assertThat(server.delete("/api/rules/" + rule.id()).statusCode()).isEqualTo(204);
    assertThat(server.delete("/api/rules/" + rule.id()).statusCode()).isEqualTo(404);
    assertThat(server.read(server.get("/api/rules"), RuleList.class).rules()).isEmpty();
  }

  private List<String> log() {
    return server.workstation.log(id).stream().map(new drydock.api.Json()::write).toList();
  }

  private String path(String approval) {
    return "/api/tasks/" + id + "/approvals/" + approval;
  }
}
