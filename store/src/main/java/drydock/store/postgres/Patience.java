package drydock.store.postgres;

import java.time.Duration;

/// Polling with an end to it, for what nobody tells us of: files and processes that are not ours.
final class Patience {
  private static final Duration POLL = Duration.ofMillis(5);

  private final long deadline;

  Patience(Duration time) {
    this.deadline = System.nanoTime() + time.toNanos();
  }

  boolean lasts() {
    return System.nanoTime() < deadline;
  }

  void poll() {
    pause(POLL);
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(
          StoreException.Reason.START_FAILED,
          "interrupted while waiting for the database server",
          e);
    }
  }
}
