package drydock.domain.task;

import drydock.domain.model.Budget;
import drydock.domain.model.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One try at a task with fixed inputs, as the events so far tell it: a pure fold of the log.
///
/// @param turn counts from 1; a message after the end starts the next
/// @param raised its limits, if they are no longer those of the request
/// @param putBacks how often its runner died and it was queued again, since a person last queued it
///   or it last had an answer of its model
/// @param approvals it waits exactly while one of them is open
public record Attempt(
    AttemptId id,
    State state,
    int turn,
    int putBacks,
    Instant queuedAt,
    Optional<Instant> endedAt,
    Optional<String> baseCommit,
    List<PhaseTiming> phases,
    Approvals approvals,
    Usage usage,
    Optional<Budget> raised,
    Result result,
    Optional<Outcome> outcome) {
  public Attempt {
    phases = List.copyOf(phases);
  }

  /// What it may use.
  public Budget budget(Request request) {
    return raised.orElse(request.budget());
  }

  /// How long it has been carried in this turn, as far as phases have ended; what it waited for
  /// people does not count.
  public Duration worked() {
    return phases.stream()
        .flatMap(timing -> timing.took().stream())
        .reduce(Duration.ZERO, Duration::plus)
        .minus(approvals.waited());
  }

  public static Attempt queued(AttemptId id, Instant at) {
    return new Attempt(
        id,
        State.QUEUED,
        1,
        0,
        at,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Approvals.NONE,
        Usage.NONE,
        Optional.empty(),
        Result.NONE,
        Optional.empty());
  }
}
