package drydock.api;

import java.util.Optional;

/// `POST /api/tasks/{id}/continue`.
///
/// @param budget of a task that was stopped: more, beyond what was used; what it does not name, as
///   much again. Of one that has not ended: on top of its limits; what it does not name, stays
public record TaskContinue(Optional<TaskCreate.Limits> budget) {}
