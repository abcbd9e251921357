package drydock.store;

import static drydock.store.postgres.StoreException.Reason.DISK_FULL;
import static drydock.store.postgres.StoreException.Reason.UNREACHABLE;

import drydock.store.postgres.StoreException;
import java.time.Duration;
import java.util.function.Supplier;

/// Tries again while the database is away, or has no room.
final class Outage {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private Outage() {}

  /// Who waits, and for what.
  enum By {
    /// As long as the pool waits for one connection; that the disk is full a person is told at
    /// once, for nobody else makes room.
    PERSONS(Duration.ofSeconds(10), false),
    /// What the house does by itself, and tries again later.
    HOUSE(Duration.ofSeconds(10), true),
    /// What an attempt has to say is worth waiting for: a database that crashed comes back.
    RUNNERS(Duration.ofMinutes(1), true);

    private final Duration atMost;
    private final boolean forRoom;

    By(Duration atMost, boolean forRoom) {
      this.atMost = atMost;
      this.forRoom = forRoom;
    }
  }

  /// @param step may have been carried out without an answer when it is called again
  /// @throws StoreException the last one, when the time is up or the thread is interrupted
  static <T> T outlast(By who, Supplier<T> step) {
    var deadline = System.nanoTime() + who.atMost.toNanos();
    while (true) {
      try {
        return step.get();
      } catch (StoreException e) {
        var passes = e.reason() == UNREACHABLE || (e.reason() == DISK_FULL && who.forRoom);
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
