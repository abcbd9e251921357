package drydock.app;

import java.util.ArrayDeque;
import java.util.Deque;

/// What was opened, to be closed last first: each of it, whatever the others throw. The first
/// exception goes on, the others are suppressed in it. One thread at a time.
final class Opened implements AutoCloseable {
  private final Deque<Runnable> closings = new ArrayDeque<>();

  /// @param closing of what was just opened
  void add(Runnable closing) {
    closings.push(closing);
  }

  @Override
  public void close() {
    var last = closings.poll();
    if (last != null) {
      // The rest is closed after it.
      try (var _ = this) {
        last.run();
      }
    }
  }
}
