package drydock.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

final class StateTest {
  @Test
  void the_legal_moves_are_these() {
    var moves = new ArrayList<String>();
    for (var from : State.values()) {
      for (var to : State.values()) {
        if (to != State.QUEUED && from.canBecome(to)) {
          moves.add(from + " -> " + to);
        }
      }
    }

    assertThat(moves)
        .containsExactly(
            "QUEUED -> PREPARING",
            "QUEUED -> FAILED",
            "QUEUED -> CANCELED",
            "PREPARING -> SETTING_UP",
            "PREPARING -> RUNNING",
            "PREPARING -> COLLECTING",
            "PREPARING -> FAILED",
            "PREPARING -> CANCELED",
            "SETTING_UP -> RUNNING",
            "SETTING_UP -> COLLECTING",
            "SETTING_UP -> FAILED",
            "SETTING_UP -> CANCELED",
            "RUNNING -> WAITING",
            "RUNNING -> COLLECTING",
            "RUNNING -> FAILED",
            "RUNNING -> CANCELED",
            "WAITING -> RUNNING",
            "WAITING -> COLLECTING",
            "WAITING -> FAILED",
            "WAITING -> CANCELED",
            "COLLECTING -> SUCCEEDED",
            "COLLECTING -> FAILED",
            "COLLECTING -> CANCELED");
  }

  @Test
  void every_state_may_go_back_to_the_queue() {
    for (var from : State.values()) {
      assertThat(from.canBecome(State.QUEUED)).as(from.name()).isTrue();
    }
  }
}
