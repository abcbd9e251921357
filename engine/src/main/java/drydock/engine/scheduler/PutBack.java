package drydock.engine.scheduler;

import drydock.domain.event.EventBody;
import drydock.domain.task.Attempt;
import drydock.domain.task.Cause;
import drydock.domain.task.Outcome;
import drydock.domain.task.Phase;
import drydock.domain.task.PhaseTiming;
import drydock.domain.task.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What becomes of an attempt whose runner died: pure. It goes back to the queue, but not for ever:
/// it may be what kills its runners.
final class PutBack {
  /// Many, because it may be others that kill them, one after another; few enough to end a loop.
  static final int MOST = 9;

  private PutBack() {}

  /// @param seen when the runner was last heard of: the phase it was in took until then
  /// @param why it is gone
  /// @return nothing for an attempt that nobody need run
  static List<EventBody> decide(Attempt attempt, Instant seen, String why) {
    if (attempt.state().isEnded() || attempt.state() == State.QUEUED) {
      return List.of();
    }
    var bodies = new ArrayList<EventBody>();
    underWay(attempt)
        .map(timing ->
            new EventBody.PhaseEnded(
                timing.phase(),
                Duration.between(timing.startedAt(), seen),
                Optional.of("cut off: " + why)))
        .ifPresent(bodies::add);
    bodies.add(
        attempt.putBacks() < MOST || attempt.state() == State.WAITING
            ? new EventBody.StateChanged(attempt.state(), State.QUEUED, Optional.of(why))
            : new EventBody.Ended(hopeless(attempt)));
    return bodies;
  }

  /// When its runner was last heard of.
  ///
  /// @param said the time of its last event
  /// @param heartbeat of its last renewed lease
  /// @param now if it was never heard of
  static Instant seen(Optional<Instant> said, Optional<Instant> heartbeat, Instant now) {
    return Stream.of(said, heartbeat)
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .orElse(now);
  }

  private static Outcome hopeless(Attempt attempt) {
    return new Outcome.Failed(
        Cause.INTERNAL,
        "the server died each of the %d times that it ran this: see its log, and what the machine's says about memory, before you retry"
            .formatted(MOST + 1),
        underWay(attempt).map(PhaseTiming::phase).orElse(Phase.QUEUE),
        "");
  }

  private static Optional<PhaseTiming> underWay(Attempt attempt) {
    return attempt.phases().reversed().stream()
        .filter(timing -> timing.took().isEmpty())
        .findFirst();
  }
}
