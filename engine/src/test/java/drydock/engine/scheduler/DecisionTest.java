package drydock.engine.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.port.Queue.Waiting;
import drydock.domain.task.AttemptId;
import drydock.domain.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DecisionTest {
  private static Waiting waiting(String actor, int second) {
    return new Waiting(id(second), actor, Instant.ofEpochSecond(second));
  }

  private static AttemptId id(int second) {
    return new AttemptId(new TaskId("20260517_000000000" + second), 1);
  }

  @Test
  void the_oldest_comes_first() {
    assertThat(Decision.order(List.of(waiting("ann", 2), waiting("ann", 1)), Map.of()))
        .containsExactly(id(1), id(2));
  }

  @Test
  void one_persons_many_tasks_do_not_hold_up_anothers_one() {
    var queue = List.of(waiting("ann", 1), waiting("ann", 2), waiting("ann", 3), waiting("bob", 4));

    assertThat(Decision.order(queue, Map.of())).containsExactly(id(1), id(4), id(2), id(3));
  }

  @Test
  void what_runs_already_counts() {
    var queue = List.of(waiting("ann", 1), waiting("bob", 2));

    assertThat(Decision.order(queue, Map.of("ann", 1))).containsExactly(id(2), id(1));
  }

  @Test
  void capacity_grows_with_cores_and_is_bound_by_memory() {
    assertThat(Capacity.of(2, 24L << 30)).isEqualTo(8);
    assertThat(Capacity.of(16, 8L << 30)).isEqualTo(5);
    assertThat(Capacity.of(1, 1L << 30)).isEqualTo(1);
  }
}
