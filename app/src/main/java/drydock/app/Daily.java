package drydock.app;

import drydock.engine.keep.Removed;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes what nothing needs, soon after the start and then every day.
final class Daily implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Daily.class);
  private static final Duration FIRST = Duration.ofMinutes(10);
  private static final Duration EVERY = Duration.ofDays(1);

  private final Supplier<List<Removed>> clean;
  private @Nullable Thread thread;

  Daily(Supplier<List<Removed>> clean) {
    this.clean = clean;
  }

  void start() {
    thread = Thread.ofVirtual().name("daily").start(this::rounds);
  }

  private void rounds() {
    try {
      Thread.sleep(FIRST);
      while (true) {
        clean();
        Thread.sleep(EVERY);
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  private void clean() {
    try {
      for (var removed : clean.get()) {
        LOG.info("removed {}, {} bytes: nothing needs it", removed.name(), removed.bytes());
      }
    } catch (RuntimeException e) {
      LOG.warn("what nothing needs could not be removed, tomorrow again: {}", e.toString());
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
