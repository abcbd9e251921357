package drydock.app;

import drydock.sandbox.SandboxDriver;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes sandboxes that nobody owns any more: at start, and every minute.
final class Sweeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final SandboxDriver driver;
  private final Predicate<String> owned;
  private @Nullable Thread thread;

  /// @param owned by the name in a sandbox's labels
  Sweeper(SandboxDriver driver, Predicate<String> owned) {
    this.driver = driver;
    this.owned = owned;
  }

  /// The first round is over when this returns: nothing of a former life runs then.
  void start() {
    sweep();
    thread = Thread.ofVirtual().name("sweeper").start(this::rounds);
  }

  private void rounds() {
    try {
      while (true) {
        Thread.sleep(EVERY);
        sweep();
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  private void sweep() {
    try {
      driver.sweep(labels -> owned.test(labels.name()));
    } catch (RuntimeException e) {
      LOG.warn("orphaned sandboxes could not be looked for: {}", e.toString());
    }
  }

  @Override
  public void close() {
    var running = thread;
    if (running != null) {
      running.interrupt();
    }
  }
}
