package drydock.door.gateway;

import drydock.domain.model.Budget;
import drydock.domain.model.ModelSpec;
import drydock.domain.model.Usage;
import drydock.door.dialect.Counted;
import java.math.BigDecimal;

/// What an attempt has spent, and whether it may go on. Calls that run are not reserved for: a
/// limit is overshot by what was under way when it was reached. Thread safe.
public final class Meter {
  /// Anthropic's price of writing a token to its five-minute cache, on top of reading it fresh.
  private static final BigDecimal CACHE_WRITE = new BigDecimal("0.25");

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private final ModelSpec model;
  private final Budget budget;
  private Usage spent;

  public Meter(ModelSpec model, Budget budget, Usage spent) {
    this.model = model;
    this.budget = budget;
    this.spent = spent;
  }

  /// @throws RefusedCallException if no further call may begin
  synchronized void check() {
    var tokens = spent.tokens().input() + spent.tokens().output();
    if (budget.tokens().isPresent() && tokens >= budget.tokens().get()) {
      throw usedUp(budget.tokens().get() + " tokens", Long.toString(tokens));
    }
    if (budget.usd().isPresent() && spent.usd().compareTo(budget.usd().get()) >= 0) {
      throw usedUp(budget.usd().get().toPlainString() + " USD", spent.usd().toPlainString());
    }
  }

  private static RefusedCallException usedUp(String limit, String spent) {
    return new RefusedCallException(
        402, "budget", "the budget of %s is used up (%s spent)".formatted(limit, spent));
  }

  /// What the call comes to; it is added to what was spent.
  synchronized Usage settle(Counted counted) {
    var usage = new Usage(1, counted.tokens(), cost(counted));
    spent = spent.plus(usage);
    return usage;
  }

  private BigDecimal cost(Counted counted) {
    return model
        .price()
        .map(price ->
            price
                .of(counted.tokens())
                .add(
                    BigDecimal.valueOf(counted.cacheWritten())
                        .multiply(price.input())
                        .multiply(CACHE_WRITE)
                        .divide(MILLION)))
        .orElse(BigDecimal.ZERO);
  }
}
