package drydock.domain.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a phase began and, once over, how long it took. `note` explains it ("set-up reused: nothing
/// changed").
public record PhaseTiming(
    Phase phase, Instant startedAt, Optional<Duration> took, Optional<String> note) {}
