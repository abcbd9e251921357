package drydock.door.gateway;

import drydock.domain.model.Budget;
import drydock.domain.model.ModelSpec;
import drydock.domain.model.Usage;
import drydock.door.dialect.Counted;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What an attempt has spent, and whether it may go on. What a call may come to is set aside while
/// it runs: a limit is overshot by the last call that was let in, and by no other beside it. Thread
/// safe.
public final class Meter {
  /// Anthropic's price of writing a token to its five-minute cache, on top of reading it fresh.
  private static final BigDecimal CACHE_WRITE = new BigDecimal("0.25");

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  /// Milliseconds: limits that were raised while a call waits are seen after it.
  private static final long LOOK_AGAIN = 1_000;

  private final ModelSpec model;
  private final Supplier<Budget> limits;
  private final Set<Reservation> underWay = new HashSet<>();
  private Usage spent;

  /// @param limits as they are now: they may be raised meanwhile
  public Meter(ModelSpec model, Supplier<Budget> limits, Usage spent) {
    this.model = model;
    this.limits = limits;
    this.spent = spent;
  }

  /// What is set aside for a call, until it is settled or given up. Thread safe.
  final class Reservation implements AutoCloseable {
    private final Usage most;

    private Reservation(Usage most) {
      this.most = most;
    }

    /// What the call came to; it is added to what was spent.
    Usage settle(Counted counted) {
      synchronized (Meter.this) {
        var usage = usage(counted);
        spent = spent.plus(usage);
        close();
        return usage;
      }
    }

    /// Idempotent.
    @Override
    public void close() {
      synchronized (Meter.this) {
        underWay.remove(this);
        Meter.this.notifyAll();
      }
    }
  }

  /// Sets aside what a call may come to. Waits while the calls under way might use up what is left.
  ///
  /// @throws RefusedCallException if no further call may begin
  synchronized Reservation reserve(Counted most) throws InterruptedException {
    while (true) {
      var now = over(spent);
      if (now.isPresent()) {
        throw new RefusedCallException(402, "budget", now.get());
      }
      var perhaps = underWay.stream().map(r -> r.most).reduce(spent, Usage::plus);
      if (over(perhaps).isEmpty()) {
        var reservation = new Reservation(usage(most));
        underWay.add(reservation);
        return reservation;
      }
      wait(LOOK_AGAIN);
    }
  }

  /// Which limit is reached.
  private Optional<String> over(Usage usage) {
    var budget = limits.get();
    var tokens = usage.tokens().input() + usage.tokens().output();
    if (budget.tokens().isPresent() && tokens >= budget.tokens().get()) {
      return usedUp(budget.tokens().get() + " tokens", Long.toString(tokens));
    }
    if (budget.usd().isPresent() && usage.usd().compareTo(budget.usd().get()) >= 0) {
      return usedUp(budget.usd().get().toPlainString() + " USD", usage.usd().toPlainString());
    }
    if (budget.calls().isPresent() && usage.calls() >= budget.calls().get()) {
      return usedUp(budget.calls().get() + " model calls", Integer.toString(usage.calls()));
    }
    return Optional.empty();
  }

  private static Optional<String> usedUp(String limit, String spent) {
    return Optional.of("the budget of %s is used up (%s spent)".formatted(limit, spent));
  }

  private Usage usage(Counted counted) {
    return new Usage(1, counted.tokens(), cost(counted));
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
