package drydock.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.Actor;
import drydock.domain.task.Approval;
import drydock.domain.task.Attempt;
import drydock.domain.task.AttemptId;
import drydock.domain.task.Outcome;
import drydock.domain.task.Phase;
import drydock.domain.task.State;
import drydock.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Each event comes a second after the one before.
final class ApprovalFoldTest {
  private static final Instant NOON = Instant.parse("2026-05-17T12:00:00Z");
  private static final AttemptId ID = new AttemptId(new TaskId("20260517_3k9x0q7hzt"), 1);
  private static final Actor ADA = Actor.user("ada");

  private Attempt attempt = Attempt.queued(ID, NOON);
  private int seconds;

  @BeforeEach
  void runs() {
    moves(State.PREPARING);
    moves(State.SETTING_UP);
    moves(State.RUNNING);
    happens(new EventBody.PhaseStarted(Phase.RUN));
  }

  @Test
  void it_waits_exactly_while_one_is_open() {
    asks("1-1");
    asks("1-2");
    assertThat(attempt.state()).isEqualTo(State.WAITING);
    answers("1-1", true);
    assertThat(attempt.state()).isEqualTo(State.WAITING);
    answers("1-2", false);
    assertThat(attempt.state()).isEqualTo(State.RUNNING);
    assertThat(attempt.approvals().waited()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void what_is_asked_stands_in_the_attempt_until_its_call_is_over() {
    asks("1-1");
    var open =
        new Approval(
            "1-1",
            "call 1-1",
            "execute",
            "make",
            "{}",
            NOON.plusSeconds(5),
            NOON.plusSeconds(65),
            Optional.empty());
    assertThat(attempt.approvals().open()).containsExactly(open);

    answers("1-1", true);
    assertThat(attempt.approvals().open()).isEmpty();
    assertThat(attempt.approvals().answered())
        .extracting(Approval::answer)
        .containsExactly(Optional.of(new Approval.Answer(true, "ada")));

    happens(new EventBody.ToolUpdated("call 1-1", "in_progress", ""));
    assertThat(attempt.approvals().all()).hasSize(1);
    happens(new EventBody.ToolUpdated("call 1-1", "completed", ""));
    assertThat(attempt.approvals().all()).isEmpty();
    assertThat(attempt.approvals().asked()).isEqualTo(1);
  }

  @Test
  void of_two_answers_the_second_is_refused() {
    asks("1-1");
    answers("1-1", true);
    assertThatThrownBy(() -> answers("1-1", false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the approval 1-1 is not open");
    assertThatThrownBy(() -> answers("1-2", false)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void nobody_asks_but_who_runs() {
    moves(State.COLLECTING);
    assertThatThrownBy(() -> asks("1-1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("cannot wait for anybody, being COLLECTING");
  }

  @Test
  void whose_runner_died_asks_nobody_any_more_but_keeps_the_answers() {
    asks("1-1");
    asks("1-2");
    answers("1-1", true);
    happens(new EventBody.PhaseEnded(Phase.RUN, Duration.ofSeconds(2), Optional.empty()));
    assertThat(attempt.state()).isEqualTo(State.WAITING);
    moves(State.QUEUED);

    assertThat(attempt.approvals().open()).isEmpty();
    assertThat(attempt.approvals().answered()).extracting(Approval::id).containsExactly("1-1");
    assertThat(attempt.approvals().waited())
        .as("from the first question, a second after the phase began, until it was last heard of")
        .isEqualTo(Duration.ofSeconds(1));
    assertThat(attempt.worked()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void what_nobody_answered_is_an_answer_to_nobody_else() {
    asks("1-1");
    happens(new EventBody.ApprovalAnswered("1-1", false, false, Optional.of("the agent is gone")));
    assertThat(attempt.state()).isEqualTo(State.RUNNING);
    assertThat(attempt.approvals().all()).isEmpty();
    assertThat(attempt.approvals().waited()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void the_clock_stands_still_while_it_waits() {
    asks("1-1");
    seconds += 3600;
    answers("1-1", true);
    happens(new EventBody.PhaseEnded(Phase.RUN, Duration.ofSeconds(3603), Optional.empty()));
    assertThat(attempt.worked()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void the_end_of_a_turn_is_the_end_of_what_was_asked_in_it() {
    asks("1-1");
    answers("1-1", true);
    happens(new EventBody.AgentStopped("end_turn"));
    assertThat(attempt.approvals().all()).isEmpty();

    asks("1-2");
    happens(new EventBody.Ended(new Outcome.Canceled()));
    assertThat(attempt.approvals().open()).isEmpty();
    moves(State.QUEUED);
    assertThat(attempt.approvals().waited()).isZero();
    assertThat(attempt.approvals().asked()).isEqualTo(2);
  }

  @Test
  void an_agent_that_never_ends_its_calls_does_not_fill_the_attempt() {
    for (var n = 1; n <= 100; n++) {
      asks("1-" + n);
      answers("1-" + n, true);
    }
    assertThat(attempt.approvals().all()).hasSize(32);
    assertThat(attempt.approvals().asked()).isEqualTo(100);
  }

  private void asks(String id) {
    happens(
        new EventBody.ApprovalAsked(
            id, "call " + id, "execute", "make", "{}", Duration.ofMinutes(1)));
  }

  private void answers(String id, boolean allowed) {
    happens(ADA, new EventBody.ApprovalAnswered(id, allowed, false, Optional.empty()));
  }

  private void moves(State to) {
    happens(new EventBody.StateChanged(attempt.state(), to, Optional.empty()));
  }

  private void happens(EventBody body) {
    happens(Actor.SYSTEM, body);
  }

  private void happens(Actor actor, EventBody body) {
    seconds++;
    attempt =
        AttemptFold.apply(attempt, new Event(seconds, ID, NOON.plusSeconds(seconds), actor, body));
  }
}
