package drydock.engine.runner.approval;

import drydock.domain.model.Budget;
import java.time.Duration;
import java.util.function.Consumer;

/// What a running attempt may use: it may become more, never less. Thread safe.
public final class Limits {
  private final TimeLimit clock;
  private volatile Budget now;

  /// @param worked of its time, before
  /// @param timeIsUp told the limit of time when it is reached
  public Limits(Budget budget, Duration worked, Consumer<Duration> timeIsUp) {
    this.now = budget;
    this.clock = new TimeLimit(budget.time().minus(worked), () -> timeIsUp.accept(now().time()));
  }

  public Budget now() {
    return now;
  }

  public TimeLimit clock() {
    return clock;
  }

  /// What is known already, or less, changes nothing.
  public synchronized void raise(Budget budget) {
    var wider = now.or(budget);
    clock.extend(wider.time().minus(now.time()));
    now = wider;
  }
}
