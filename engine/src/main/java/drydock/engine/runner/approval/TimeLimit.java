package drydock.engine.runner.approval;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A clock that stands still while people are waited for. Thread safe.
public final class TimeLimit implements AutoCloseable {
  private final Runnable reached;
  private final Thread thread = Thread.ofVirtual().name("clock").unstarted(this::run);
  private long left;
  private boolean standing;

  /// @param reached called once, when the time is up
  public TimeLimit(Duration left, Runnable reached) {
    this.left = left.toNanos();
    this.reached = reached;
  }

  public void start() {
    thread.start();
  }

  public synchronized void stand() {
    standing = true;
    notifyAll();
  }

  public synchronized void go() {
    standing = false;
    notifyAll();
  }

  /// After it was reached, this comes too late.
  public synchronized void extend(Duration more) {
    left += more.toNanos();
    notifyAll();
  }

  private void run() {
    try {
      untilOver();
      reached.run();
    } catch (InterruptedException _) {
      // Closed in time.
    }
  }

  private synchronized void untilOver() throws InterruptedException {
    while (standing || left > 0) {
      if (standing) {
        wait();
      } else {
        var began = System.nanoTime();
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left -= System.nanoTime() - began;
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
