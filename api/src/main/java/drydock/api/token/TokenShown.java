package drydock.api.token;

import drydock.domain.Scope;
import java.time.Instant;
import java.util.Optional;

/// A named API token.
///
/// @param lastUsedAt at most a minute behind; none = not yet used
/// @param token the token itself, in the answer that made it and never again
public record TokenShown(
    String id,
    String name,
    Scope scope,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> lastUsedAt,
    Optional<String> token) {}
