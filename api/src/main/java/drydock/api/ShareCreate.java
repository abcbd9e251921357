package drydock.api;

import drydock.domain.port.Shares;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// `POST /api/tasks/{id}/shares`.
///
/// @param expiresIn seven days if absent
public record ShareCreate(Optional<Duration> expiresIn, Optional<Set<Shares.Part>> include) {}
