package drydock.e2e.server;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Looks again and again, up to a deadline.
public final class Waiting {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Waiting() {}

  /// @param look null = not yet
  /// @param otherwise what is said when the time is up
  public static <T> T until(
      Duration atMost, Supplier<@Nullable T> look, Supplier<String> otherwise) {
    var end = System.nanoTime() + atMost.toNanos();
    while (true) {
      var found = look.get();
      if (found != null) {
        return found;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("after " + atMost.toSeconds() + " s: " + otherwise.get());
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
