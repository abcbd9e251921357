package drydock.store;

import drydock.store.postgres.Signals;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Supplier;

/// Waits for rows without holding a connection.
final class Wait {
  /// A notification can be lost with the process that was to send it: then this is how late the
  /// news is.
  private static final Duration POLL = Duration.ofSeconds(5);

  private Wait() {}

  /// Reads until there is something, or the time is up.
  static <C extends Collection<?>> C until(
      Signals signals, String key, Duration atMost, Supplier<C> read) throws InterruptedException {
    try (var signal = signals.on(key)) {
      var deadline = System.nanoTime() + atMost.toNanos();
      while (true) {
        var found = read.get();
        var left = Duration.ofNanos(deadline - System.nanoTime());
        if (!found.isEmpty() || !left.isPositive()) {
          return found;
        }
        signal.await(left.compareTo(POLL) < 0 ? left : POLL);
      }
    }
  }
}
