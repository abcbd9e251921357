package drydock.api;

import drydock.domain.port.Shares;
import drydock.domain.task.TaskId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A read-only link. `url`, which holds its token, is shown once: when it is made.
public record ShareShown(
    String id,
    TaskId task,
    Instant createdAt,
    Instant expiresAt,
    List<Shares.Part> include,
    Optional<URI> url) {}
