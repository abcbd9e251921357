package drydock.domain.model;

import java.math.BigDecimal;

/// What was spent: calls, tokens, and US dollars (zero for models without a price).
public record Usage(int calls, Tokens tokens, BigDecimal usd) {
  public static final Usage NONE = new Usage(0, Tokens.NONE, BigDecimal.ZERO);

  public Usage plus(Usage other) {
    return new Usage(calls + other.calls, tokens.plus(other.tokens), usd.add(other.usd));
  }
}
