package drydock.api;

import drydock.domain.task.Mode;
import drydock.domain.task.Phase;
import drydock.domain.task.PhaseTiming;
import drydock.domain.task.Result;
import drydock.domain.task.State;
import drydock.domain.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a share link shows of a task: no names, no addresses, no cost.
///
/// @param failedIn the phase in which it failed, if it did
/// @param files what can be had at `/s/{token}/{file}`
public record SharedTask(
    TaskId id,
    State state,
    String prompt,
    Mode mode,
    Instant createdAt,
    Optional<Instant> endedAt,
    List<PhaseTiming> phases,
    Result result,
    Optional<String> failure,
    Optional<Phase> failedIn,
    Instant expiresAt,
    List<String> files) {}
