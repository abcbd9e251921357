package drydock.api;

import drydock.domain.model.Usage;
import drydock.domain.task.PhaseTiming;
import drydock.domain.task.Result;
import drydock.domain.task.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One try at a task. `turn` counts from 1: a message after the end starts the next.
public record AttemptShown(
    int number,
    State state,
    int turn,
    Instant queuedAt,
    Optional<Instant> endedAt,
    Optional<String> baseCommit,
    List<PhaseTiming> phases,
    Usage usage,
    Result result,
    Optional<FailureShown> failure) {}
