package drydock.store.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches the server's first process, and has the server started again whenever that died alone.
/// (A server that loses another of its processes recovers by itself.)
final class Watch implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  /// Starts the server of a folder whose server has died; returns when it is ready.
  @FunctionalInterface
  interface Start {
    Postmaster again() throws IOException;
  }

  private final Start start;
  private final Consumer<Postmaster> started;
  private final Thread thread;
  private volatile Postmaster postmaster;
  private volatile boolean closed;

  /// @param started is told of each new server
  Watch(Postmaster first, Start start, Consumer<Postmaster> started) {
    this.postmaster = first;
    this.start = start;
    this.started = started;
    this.thread = Thread.ofVirtual().name("store-watch").start(this::run);
  }

  /// The server as it was seen last.
  Postmaster postmaster() {
    return postmaster;
  }

  private void run() {
    var next = FIRST_PAUSE;
    while (!closed) {
      var pause = LOOK;
      try {
        if (!postmaster.isAlive()) {
          revive();
        }
        next = FIRST_PAUSE;
      } catch (IOException | RuntimeException e) {
        pause = next;
        next = longer(next);
        if (!closed) {
          LOG.error(
              "the database server does not come back, the next try is in {} s: {}",
              pause.toSeconds(),
              e.getMessage());
        }
      }
      sleep(pause);
    }
  }

  private void revive() throws IOException {
    LOG.warn("the database server (pid {}) died: starting it again", postmaster.pid());
    var began = System.nanoTime();
    var again = start.again();
    postmaster = again;
    started.accept(again);
    LOG.info(
        "the database server is back with pid {} after {} ms",
        again.pid(),
        (System.nanoTime() - began) / 1_000_000);
  }

  private static Duration longer(Duration pause) {
    var twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  private void sleep(Duration time) {
    try {
      if (!closed) {
        Thread.sleep(time);
      }
    } catch (InterruptedException _) {
      closed = true;
    }
  }

  /// After this, nothing is started any more.
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
