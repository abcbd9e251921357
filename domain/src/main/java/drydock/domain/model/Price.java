package drydock.domain.model;

import java.math.BigDecimal;

/// US dollars per million tokens. `cachedInput` is the price of input read from the provider's
/// cache.
public record Price(BigDecimal input, BigDecimal cachedInput, BigDecimal output) {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  /// What these tokens cost, exactly.
  public BigDecimal of(Tokens tokens) {
    var fresh = BigDecimal.valueOf(tokens.input() - tokens.cachedInput());
    return fresh
        .multiply(input)
        .add(BigDecimal.valueOf(tokens.cachedInput()).multiply(cachedInput))
        .add(BigDecimal.valueOf(tokens.output()).multiply(output))
        .divide(MILLION);
  }
}
