package drydock.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/// Limits as somebody asks for them; none = the usual ones.
///
/// @param calls of the model
public record Allowance(
    Optional<BigDecimal> usd,
    Optional<Long> tokens,
    Optional<Integer> calls,
    Optional<Duration> time) {}
