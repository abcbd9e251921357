package drydock.api;

import java.util.Optional;

/// `POST /api/tasks/{id}/continue`.
///
/// @param budget more, beyond what was used; what it does not name, as much again
public record TaskContinue(Optional<TaskCreate.Limits> budget) {}
