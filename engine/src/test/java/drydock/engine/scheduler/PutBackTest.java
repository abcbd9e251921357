package drydock.engine.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.Actor;
import drydock.domain.event.AttemptFold;
import drydock.domain.event.Event;
import drydock.domain.event.EventBody;
import drydock.domain.model.ModelName;
import drydock.domain.model.Usage;
import drydock.domain.task.Attempt;
import drydock.domain.task.AttemptId;
import drydock.domain.task.Cause;
import drydock.domain.task.Outcome;
import drydock.domain.task.Phase;
import drydock.domain.task.State;
import drydock.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PutBackTest {
  private static final Instant NOON = Instant.parse("2026-05-17T12:00:00Z");
  private static final AttemptId ID = new AttemptId(new TaskId("20260517_3k9x0q7hzt"), 1);

  private static final EventBody CUT_OFF =
      new EventBody.PhaseEnded(Phase.CHECKOUT, Duration.ofSeconds(7), Optional.of("cut off: gone"));

  private Attempt attempt = Attempt.queued(ID, NOON);

  private void happens(EventBody body) {
    attempt = AttemptFold.apply(attempt, new Event(1, ID, NOON, Actor.SYSTEM, body));
  }

  private void begins() {
    happens(new EventBody.StateChanged(State.QUEUED, State.PREPARING, Optional.empty()));
    happens(new EventBody.PhaseStarted(Phase.CHECKOUT));
  }

  @Test
  void a_runner_that_said_nothing_was_alive_while_its_heart_beat() {
    var said = Optional.of(NOON);
    var later = Optional.of(NOON.plusSeconds(40));
    var now = NOON.plusSeconds(60);

    assertThat(PutBack.seen(said, later, now)).isEqualTo(NOON.plusSeconds(40));
    assertThat(PutBack.seen(later, said, now)).isEqualTo(NOON.plusSeconds(40));
    assertThat(PutBack.seen(said, Optional.empty(), now)).isEqualTo(NOON);
    assertThat(PutBack.seen(Optional.empty(), Optional.empty(), now)).isEqualTo(now);
  }

  @Test
  void an_attempt_whose_server_dies_again_and_again_is_ended_at_the_tenth_time() {
    for (var death = 1; death <= 9; death++) {
      begins();
      var back = PutBack.decide(attempt, NOON.plusSeconds(7), "gone");
      assertThat(back)
          .containsExactly(
              CUT_OFF,
              new EventBody.StateChanged(State.PREPARING, State.QUEUED, Optional.of("gone")));
      back.forEach(this::happens);
    }
    begins();

    assertThat(PutBack.decide(attempt, NOON.plusSeconds(7), "gone"))
        .containsExactly(
            CUT_OFF,
            new EventBody.Ended(
                new Outcome.Failed(
                    Cause.INTERNAL,
                    "the server died each of the 10 times that it ran this: see its log, and what the"
                        + " machine's says about memory, before you retry",
                    Phase.CHECKOUT,
                    "")));
  }

  @Test
  void an_attempt_that_gets_on_between_deaths_is_not_what_kills_its_servers() {
    for (var death = 1; death <= 20; death++) {
      begins();
      happens(
          new EventBody.ModelCalled(
              ModelName.parse("openai/m"), Usage.NONE, Duration.ofSeconds(1), 200));
      var back = PutBack.decide(attempt, NOON, "gone");
      assertThat(back.getLast()).isInstanceOf(EventBody.StateChanged.class);
      back.forEach(this::happens);
    }
  }

  @Test
  void an_attempt_that_waits_for_a_person_outlives_any_number_of_servers() {
    for (var death = 1; death <= 20; death++) {
      happens(new EventBody.StateChanged(State.QUEUED, State.PREPARING, Optional.empty()));
      happens(new EventBody.StateChanged(State.PREPARING, State.RUNNING, Optional.empty()));
      happens(new EventBody.StateChanged(State.RUNNING, State.WAITING, Optional.empty()));
      var back = PutBack.decide(attempt, NOON, "gone");
      assertThat(back)
          .containsExactly(
              new EventBody.StateChanged(State.WAITING, State.QUEUED, Optional.of("gone")));
      back.forEach(this::happens);
    }
    assertThat(attempt.putBacks()).isZero();
  }

  @Test
  void an_attempt_that_was_put_back_often_waits_for_a_person_all_the_same() {
    for (var death = 1; death <= PutBack.MOST; death++) {
      begins();
      PutBack.decide(attempt, NOON, "gone").forEach(this::happens);
    }
    assertThat(attempt.putBacks()).isEqualTo(PutBack.MOST);
    happens(new EventBody.StateChanged(State.QUEUED, State.PREPARING, Optional.empty()));
    happens(new EventBody.StateChanged(State.PREPARING, State.RUNNING, Optional.empty()));
    happens(new EventBody.StateChanged(State.RUNNING, State.WAITING, Optional.empty()));

    assertThat(PutBack.decide(attempt, NOON, "gone"))
        .containsExactly(
            new EventBody.StateChanged(State.WAITING, State.QUEUED, Optional.of("gone")));
  }

  @Test
  void what_waits_or_has_ended_is_left_alone() {
    assertThat(PutBack.decide(attempt, NOON, "gone")).isEmpty();
    happens(new EventBody.Ended(new Outcome.Canceled()));
    assertThat(PutBack.decide(attempt, NOON, "gone")).isEmpty();
  }
}
