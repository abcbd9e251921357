package drydock.api.token;

import drydock.domain.Scope;
import java.time.Duration;
import java.util.Optional;

/// `POST /api/tokens`.
///
/// @param expiresIn none = it lives until it is revoked
public record TokenCreate(String name, Scope scope, Optional<Duration> expiresIn) {}
