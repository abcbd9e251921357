package drydock.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.Actor;
import drydock.domain.model.Budget;
import drydock.domain.model.ModelName;
import drydock.domain.model.Tokens;
import drydock.domain.model.Usage;
import drydock.domain.task.Approvals;
import drydock.domain.task.Attempt;
import drydock.domain.task.AttemptId;
import drydock.domain.task.Cause;
import drydock.domain.task.CheckResult;
import drydock.domain.task.DiffStat;
import drydock.domain.task.Outcome;
import drydock.domain.task.Phase;
import drydock.domain.task.PhaseTiming;
import drydock.domain.task.Result;
import drydock.domain.task.State;
import drydock.domain.task.TaskId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AttemptFoldTest {
  private static final Instant NOON = Instant.parse("2026-05-17T12:00:00Z");
  private static final AttemptId ID = new AttemptId(new TaskId("20260517_3k9x0q7hzt"), 1);
  private static final Usage ONE_CALL =
      new Usage(1, new Tokens(100, 40, 10), new BigDecimal("0.01"));
  private static final CheckResult PASSED =
      new CheckResult(CheckResult.Status.PASSED, "make test", 0, Duration.ofSeconds(3));

  private Attempt attempt = Attempt.queued(ID, NOON);
  private int seconds;

  private void happens(EventBody body) {
    seconds++;
    attempt =
        AttemptFold.apply(
            attempt, new Event(seconds, ID, NOON.plusSeconds(seconds), Actor.SYSTEM, body));
  }

  private void moves(State to) {
    happens(new EventBody.StateChanged(attempt.state(), to, Optional.empty()));
  }

  @Test
  void a_whole_attempt_is_told_by_its_log() {
    moves(State.PREPARING);
    happens(new EventBody.PhaseStarted(Phase.CHECKOUT));
    happens(new EventBody.CheckedOut("c0ffee", "Begin"));
    happens(new EventBody.PhaseEnded(Phase.CHECKOUT, Duration.ofMillis(7), Optional.empty()));
    moves(State.SETTING_UP);
    moves(State.RUNNING);
    happens(new EventBody.ModelCalled(ModelName.parse("openai/m"), ONE_CALL, Duration.ZERO, 200));
    happens(new EventBody.ModelCalled(ModelName.parse("openai/m"), ONE_CALL, Duration.ZERO, 200));
    happens(new EventBody.Explained("Done."));
    moves(State.COLLECTING);
    happens(new EventBody.DiffTaken(new DiffStat(1, 2, 3), List.of()));
    happens(new EventBody.Checked(PASSED));
    happens(new EventBody.Ended(new Outcome.Succeeded()));

    assertThat(attempt)
        .isEqualTo(
            new Attempt(
                ID,
                State.SUCCEEDED,
                1,
                0,
                NOON,
                Optional.of(NOON.plusSeconds(13)),
                Optional.of("c0ffee"),
                List.of(
                    new PhaseTiming(
                        Phase.CHECKOUT,
                        NOON.plusSeconds(2),
                        Optional.of(Duration.ofMillis(7)),
                        Optional.empty())),
                Approvals.NONE,
                new Usage(2, new Tokens(200, 80, 20), new BigDecimal("0.02")),
                Optional.empty(),
                new Result(
                    Optional.of("Done."),
                    Optional.of(new DiffStat(1, 2, 3)),
                    Optional.of(PASSED),
                    List.of()),
                Optional.of(new Outcome.Succeeded())));
  }

  @Test
  void a_failed_attempt_keeps_the_diff_so_far() {
    moves(State.PREPARING);
    moves(State.RUNNING);
    moves(State.COLLECTING);
    happens(new EventBody.DiffTaken(new DiffStat(4, 5, 6), List.of()));
    happens(new EventBody.Ended(new Outcome.Failed(Cause.TIMEOUT, "too late", Phase.RUN, "tail")));

    assertThat(attempt.state()).isEqualTo(State.FAILED);
    assertThat(attempt.result().diffStat()).contains(new DiffStat(4, 5, 6));
  }

  @Test
  void a_message_after_the_end_starts_the_next_turn_and_keeps_what_was_spent() {
    moves(State.PREPARING);
    happens(new EventBody.ModelCalled(ModelName.parse("openai/m"), ONE_CALL, Duration.ZERO, 200));
    happens(new EventBody.Ended(new Outcome.Canceled()));
    moves(State.QUEUED);

    assertThat(attempt.turn()).isEqualTo(2);
    assertThat(attempt.outcome()).isEmpty();
    assertThat(attempt.endedAt()).isEmpty();
    assertThat(attempt.usage()).isEqualTo(ONE_CALL);
  }

  @Test
  void a_check_of_an_earlier_diff_says_nothing_of_the_next() {
    happens(new EventBody.DiffTaken(new DiffStat(1, 1, 0), List.of()));
    happens(new EventBody.Checked(PASSED));
    happens(new EventBody.DiffTaken(new DiffStat(2, 9, 0), List.of()));

    assertThat(attempt.result().check()).isEmpty();
  }

  @Test
  void a_restart_of_the_server_starts_no_new_turn() {
    moves(State.PREPARING);
    moves(State.QUEUED);

    assertThat(attempt.turn()).isEqualTo(1);
  }

  @Test
  void it_is_counted_how_often_it_was_put_back_since_a_person_queued_it() {
    moves(State.PREPARING);
    moves(State.QUEUED);
    moves(State.PREPARING);
    moves(State.RUNNING);
    moves(State.QUEUED);
    assertThat(attempt.putBacks()).isEqualTo(2);

    moves(State.PREPARING);
    var stopped = new EventBody.StateChanged(State.PREPARING, State.QUEUED, Optional.empty());
    attempt = AttemptFold.apply(attempt, new Event(99, ID, NOON, Actor.OPERATOR, stopped));
    assertThat(attempt.putBacks()).as("stopped in good order").isZero();

    moves(State.PREPARING);
    moves(State.QUEUED);
    happens(new EventBody.Ended(new Outcome.Canceled()));
    assertThat(attempt.putBacks()).isEqualTo(1);
    moves(State.QUEUED);
    assertThat(attempt.putBacks()).as("a next turn").isZero();
  }

  @Test
  void a_raised_budget_goes_before_the_request_s_and_counts_from_what_was_used() {
    happens(new EventBody.ModelCalled(ModelName.parse("openai/m"), ONE_CALL, Duration.ZERO, 200));
    var more =
        new Budget(
            Optional.of(new BigDecimal("0.50")),
            Optional.of(1000L),
            Optional.of(4),
            Duration.ofHours(2));
    happens(new EventBody.BudgetRaised(more.beyond(attempt.usage()), Optional.empty()));

    assertThat(attempt.raised())
        .contains(
            new Budget(
                Optional.of(new BigDecimal("0.51")),
                Optional.of(1110L),
                Optional.of(5),
                Duration.ofHours(2)));
  }

  @Test
  void of_two_who_raise_the_same_limits_one_is_refused() {
    var first = tokens(100);
    happens(new EventBody.BudgetRaised(tokens(300), Optional.of(first)));
    assertThatThrownBy(() -> happens(new EventBody.BudgetRaised(tokens(200), Optional.of(first))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has other limits by now");
    happens(new EventBody.BudgetRaised(tokens(400), Optional.of(tokens(300))));

    assertThat(attempt.raised()).contains(tokens(400));
  }

  private static Budget tokens(long limit) {
    return new Budget(Optional.empty(), Optional.of(limit), Optional.empty(), Duration.ofHours(2));
  }

  @Test
  void an_illegal_move_is_refused() {
    assertThatThrownBy(() -> moves(State.COLLECTING))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot go from QUEUED to COLLECTING");
    assertThatThrownBy(() -> happens(new EventBody.Ended(new Outcome.Succeeded())))
        .isInstanceOf(IllegalStateException.class);
  }
}
