package drydock.domain.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/// Hard limits of one attempt; what was done until one is reached is kept. `time` is always set.
///
/// @param calls of the model
public record Budget(
    Optional<BigDecimal> usd, Optional<Long> tokens, Optional<Integer> calls, Duration time) {
  /// The same on top of what was used. (The clock begins anew with each turn.)
  public Budget beyond(Usage used) {
    return new Budget(
        usd.map(used.usd()::add),
        tokens.map(more -> more + used.tokens().input() + used.tokens().output()),
        calls.map(more -> more + used.calls()),
        time);
  }
}
