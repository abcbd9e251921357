package drydock.store;

import static drydock.store.postgres.StoreException.Reason.DISK_FULL;
import static drydock.store.postgres.StoreException.Reason.UNREACHABLE;

import drydock.store.postgres.StoreException;
import java.time.Duration;
import java.util.function.Supplier;

/// Tries again while the database is away, or has no room.
final class Outage {
  /// For those behind whom a person waits: as long as the pool waits for one connection.
  static final Duration PERSONS = Duration.ofSeconds(10);

  private static final Duration PAUSE = Duration.ofMillis(100);

  private Outage() {}

  /// @param step may have been carried out without an answer when it is called again
  /// @throws StoreException the last one, when the time is up or the thread is interrupted
  static <T> T outlast(Duration atMost, Supplier<T> step) {
    var deadline = System.nanoTime() + atMost.toNanos();
    while (true) {
      try {
        return step.get();
      } catch (StoreException e) {
        var passes = e.reason() == UNREACHABLE || e.reason() == DISK_FULL;
        if (!passes || System.nanoTime() > deadline || !paused()) {
          throw e;
        }
      }
    }
  }

  private static boolean paused() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
