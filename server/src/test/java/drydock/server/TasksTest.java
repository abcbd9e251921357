package drydock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import drydock.api.AttemptShown;
import drydock.api.TaskCounts;
import drydock.api.TaskList;
import drydock.api.TaskShown;
import drydock.domain.event.EventBody;
import drydock.domain.model.Budget;
import drydock.domain.task.Cause;
import drydock.domain.task.Outcome;
import drydock.domain.task.Phase;
import drydock.domain.task.State;
import drydock.domain.task.TaskId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TasksTest {
  private TestServer server;

  @BeforeAll
  void start() {
    server = new TestServer();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void a_prompt_is_enough_for_a_task() {
    var response = server.post("/api/tasks", "{\"prompt\":\"Mend the test\"}");
    var task = server.read(response, TaskShown.class);
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.headers().firstValue("Location")).contains("/api/tasks/" + task.id());
    assertThat(task.state()).isEqualTo(State.QUEUED);
    assertThat(task.queue()).contains(new TaskShown.QueueShown(1, "all places are taken"));
    assertThat(task.links().page()).isEqualTo(server.at("/tasks/" + task.id()));
    assertThat(server.get("/api/tasks/" + task.id()).body()).isEqualTo(response.body());
  }

  @Test
  void the_short_form_is_the_same_resource() {
    var created = server.post("/task", "{\"prompt\":\"Explain\",\"mode\":\"ask\"}");
    var id = server.read(created, TaskShown.class).id();
    assertThat(server.get("/task/" + id).body()).isEqualTo(server.get("/api/tasks/" + id).body());
  }

  @Test
  void an_ended_task_is_tried_again_as_its_next_attempt_and_an_open_one_is_not() {
    var id = server.task("try");
    assertThat(server.post("/api/tasks/" + id + "/retry").statusCode()).isEqualTo(409);
    server.post("/api/tasks/" + id + "/cancel");

    var again = server.post("/api/tasks/" + id + "/retry");

    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.headers().firstValue("Location")).contains("/api/tasks/" + id);
    assertThat(server.read(again, TaskShown.class).attempts())
        .extracting(AttemptShown::state)
        .containsExactly(State.CANCELED, State.QUEUED);
  }

  @Test
  void an_ended_task_is_put_away_and_taken_back_and_an_open_one_is_not() {
    var id = server.task("put me away");
    var path = "/api/tasks/" + id + "/archive";
    assertThat(server.post(path).statusCode()).isEqualTo(409);
    server.post("/api/tasks/" + id + "/cancel");
    var search = "/api/tasks?q=put%20me%20away";

    var away = server.read(server.post(path), TaskShown.class);

    assertThat(away.archivedAt()).isPresent();
    assertThat(server.read(server.post(path), TaskShown.class)).as("again").isEqualTo(away);
    assertThat(ids(search)).isEmpty();
    assertThat(ids(search + "&archived=true")).containsExactly(id);
    assertThat(counts("/api/task-counts?q=put%20me%20away"))
        .isEqualTo(new TaskCounts(0, 0, 0, 0, 0, 0, 1));
    var back = server.read(server.delete(path), TaskShown.class);
    assertThat(back.archivedAt()).isEmpty();
    assertThat(ids(search)).containsExactly(id);
    assertThat(counts("/api/task-counts?q=put%20me%20away"))
        .isEqualTo(new TaskCounts(0, 0, 0, 0, 0, 1, 0));
  }

  @Test
  void the_list_is_narrowed_by_who_asked_and_the_model() {
    var id = server.task("narrow");
    var shown = server.read(server.get("/api/tasks/" + id), TaskShown.class);

    assertThat(ids("/api/tasks?q=narrow&model=" + shown.model())).containsExactly(id);
    assertThat(ids("/api/tasks?q=narrow&actor=" + shown.actor().name())).containsExactly(id);
    assertThat(ids("/api/tasks?q=narrow&actor=nobody")).isEmpty();
    assertThat(ids("/api/tasks?model=nonsense")).isEmpty();
  }

  private List<TaskId> ids(String address) {
    return server.read(server.get(address), TaskList.class).tasks().stream()
        .map(TaskShown::id)
        .toList();
  }

  private TaskCounts counts(String address) {
    return server.read(server.get(address), TaskCounts.class);
  }

  @Test
  void a_task_that_a_limit_stopped_goes_on_with_more() {
    var id = server.task("go on");
    var path = "/api/tasks/" + id + "/continue";
    assertThat(server.post(path, "{}").statusCode()).isEqualTo(409);
    server.workstation.happens(
        id, new EventBody.Ended(new Outcome.Failed(Cause.BUDGET, "it is used up", Phase.RUN, "")));

    var answer = server.post(path, "{\"budget\":{\"usd\":2.5,\"time\":\"PT30M\"}}");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(server.read(answer, TaskShown.class).attempts())
        .extracting(AttemptShown::turn, AttemptShown::state)
        .containsExactly(tuple(2, State.QUEUED));
    assertThat(server.workstation.task(id).leading().raised())
        .contains(
            new Budget(
                Optional.of(new BigDecimal("2.5")),
                Optional.empty(),
                Optional.empty(),
                Duration.ofMinutes(30)));
  }

  @Test
  void a_list_goes_on_where_its_cursor_says() {
    for (var i = 0; i < 3; i++) {
      server.task("list me");
    }
    var first = server.read(server.get("/api/tasks?q=list+me&limit=2"), TaskList.class);
    var second =
        server.read(
            server.get("/api/tasks?q=list+me&limit=2&cursor=" + first.next().orElseThrow()),
            TaskList.class);
    assertThat(first.tasks()).hasSize(2);
    assertThat(second.tasks()).hasSize(1).doesNotContainAnyElementsOf(first.tasks());
    assertThat(second.next()).isEmpty();
  }
}
