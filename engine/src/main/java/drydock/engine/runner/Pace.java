package drydock.engine.runner;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Does something again soon after it was asked for, beside the asking thread and not too often:
/// with a pause before each time, which is longer the longer the last one took. Thread safe.
final class Pace implements AutoCloseable {
  /// At most a tenth of the time is spent on it.
  private static final int SHARE = 10;

  private final Duration pause;
  private final Runnable step;
  private final Semaphore asked = new Semaphore(0);
  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);

  /// @param step may not throw
  Pace(Duration pause, Runnable step) {
    this.pause = pause;
    this.step = step;
    this.thread = Thread.ofVirtual().name("pace").start(this::keep);
  }

  void soon() {
    asked.release();
  }

  private void keep() {
    try {
      var rest = pause;
      while (!closed.await(rest.toNanos(), TimeUnit.NANOSECONDS)) {
        asked.acquire();
        asked.drainPermits();
        if (closed.getCount() == 0) {
          return;
        }
        var began = System.nanoTime();
        step.run();
        var proportional = Duration.ofNanos(System.nanoTime() - began).multipliedBy(SHARE);
        rest = proportional.compareTo(pause) > 0 ? proportional : pause;
      }
    } catch (InterruptedException _) {
      // Nobody interrupts it; and if so, it ends.
    }
  }

  /// Waits for the step that runs, if one does; no other begins.
  @Override
  public void close() {
    closed.countDown();
    asked.release();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
