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

  /// The same with more of what is named, as far as there is a limit to raise.
  ///
  /// @throws ArithmeticException if it is more than can be counted
  public Budget raisedBy(
      Optional<BigDecimal> moreUsd,
      Optional<Long> moreTokens,
      Optional<Integer> moreCalls,
      Duration moreTime) {
    return new Budget(
        usd.map(limit -> moreUsd.map(limit::add).orElse(limit)),
        tokens.map(limit -> Math.addExact(limit, moreTokens.orElse(0L))),
        calls.map(limit -> Math.addExact(limit, moreCalls.orElse(0))),
        time.plus(moreTime));
  }

  /// The wider of both, limit by limit; what one of them does not limit is not limited.
  public Budget or(Budget other) {
    return new Budget(
        usd.flatMap(limit -> other.usd.map(limit::max)),
        tokens.flatMap(limit -> other.tokens.map(o -> Math.max(limit, o))),
        calls.flatMap(limit -> other.calls.map(o -> Math.max(limit, o))),
        time.compareTo(other.time) >= 0 ? time : other.time);
  }
}
