package drydock.engine.scheduler;

import drydock.domain.event.EventBody;
import drydock.domain.task.Attempt;
import drydock.domain.task.Cause;
import drydock.domain.task.Outcome;
import drydock.domain.task.Phase;
import drydock.domain.task.PhaseTiming;
import drydock.domain.task.State;
import java.util.Optional;

/// What becomes of an attempt whose runner died: pure. It goes back to the queue, but not for ever:
/// it may be what kills its runners.
final class PutBack {
  static final int MOST = 3;

  private PutBack() {}

  /// @param why the runner is gone
  /// @return nothing for an attempt that nobody need run
  static Optional<EventBody> decide(Attempt attempt, String why) {
    if (attempt.state().isEnded() || attempt.state() == State.QUEUED) {
      return Optional.empty();
    }
    return Optional.of(
        attempt.putBacks() < MOST
            ? new EventBody.StateChanged(attempt.state(), State.QUEUED, Optional.of(why))
            : new EventBody.Ended(hopeless(attempt)));
  }

  private static Outcome hopeless(Attempt attempt) {
    return new Outcome.Failed(
        Cause.INTERNAL,
        "the server died each of the %d times that it ran this: see its log, and what the machine's says about memory, before you retry"
            .formatted(MOST + 1),
        phase(attempt),
        "");
  }

  /// The one under way.
  private static Phase phase(Attempt attempt) {
    return attempt.phases().reversed().stream()
        .filter(timing -> timing.took().isEmpty())
        .map(PhaseTiming::phase)
        .findFirst()
        .orElse(Phase.QUEUE);
  }
}
