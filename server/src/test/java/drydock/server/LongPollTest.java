package drydock.server;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.api.TaskShown;
import drydock.domain.event.EventBody;
import drydock.domain.task.Outcome;
import drydock.domain.task.State;
import drydock.domain.task.TaskId;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongPollTest {
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
  void the_answer_comes_with_the_change() throws Exception {
    var id = server.task("work");
    IntStream.range(0, 150)
        .forEach(i -> server.workstation.happens(id, new EventBody.Noted("" + i)));
    var answer = CompletableFuture.supplyAsync(() -> poll(id, 30));
    server.workstation.awaitWaits(id, 1);
    server.workstation.happens(id, new EventBody.Noted("not a change of state"));
    server.workstation.awaitWaits(id, 2);
    assertThat(answer).isNotDone();
    server.workstation.moves(id, State.PREPARING);
    assertThat(answer.get().state()).isEqualTo(State.PREPARING);
  }

  @Test
  void an_end_right_after_the_first_look_is_not_missed() {
    var id = server.task("work");
    server.workstation.afterNextLook(
        () -> server.workstation.happens(id, new EventBody.Ended(new Outcome.Canceled())));

    assertThat(poll(id, 60).state()).isEqualTo(State.CANCELED);
  }

  @Test
  void an_ended_task_is_not_waited_for() {
    var id = server.task("work");
    server.post("/api/tasks/" + id + "/cancel");
    assertThat(poll(id, 60).state()).isEqualTo(State.CANCELED);
  }

  @Test
  void when_the_time_is_up_the_answer_is_as_before() {
    var id = server.task("work");
    assertThat(poll(id, 1).state()).isEqualTo(State.QUEUED);
  }

  private TaskShown poll(TaskId id, int seconds) {
    return server.read(server.get("/api/tasks/" + id + "?wait=" + seconds), TaskShown.class);
  }
}
