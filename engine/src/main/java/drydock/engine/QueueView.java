package drydock.engine;

import drydock.domain.task.AttemptId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// The queue as people are shown it: a page of fifty waiting tasks asks for fifty positions, and
/// the order is worked out once for all of them. At most a moment old. Thread safe.
final class QueueView {
  private static final Duration FRESH = Duration.ofMillis(250);

  private final Supplier<List<AttemptId>> source;
  private final InstantSource clock;
  private Instant readAt = Instant.EPOCH;
  private List<AttemptId> order = List.of();

  QueueView(Supplier<List<AttemptId>> source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  synchronized List<AttemptId> order() {
    var now = clock.instant();
    if (readAt.plus(FRESH).isBefore(now)) {
      order = List.copyOf(source.get());
      readAt = now;
    }
    return order;
  }
}
