package drydock.domain.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/// Hard limits of one attempt; what was done until one is reached is kept. `time` is always set.
public record Budget(Optional<BigDecimal> usd, Optional<Long> tokens, Duration time) {}
