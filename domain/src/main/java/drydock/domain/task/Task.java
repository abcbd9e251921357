package drydock.domain.task;

import drydock.domain.Actor;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a person asked, and the attempts at it, in order of their numbers; at least one.
///
/// @param archivedAt when it was put away, out of the list; only what has ended can be
public record Task(
    TaskId id,
    Actor actor,
    Instant createdAt,
    Optional<Instant> archivedAt,
    Request request,
    List<Attempt> attempts) {
  public Task {
    attempts = List.copyOf(attempts);
    if (attempts.isEmpty()) {
      throw new IllegalArgumentException("a task has at least one attempt");
    }
  }

  /// A task's state is that of the attempt least finished.
  public State state() {
    return attempts.stream()
        .map(Attempt::state)
        .min(Comparator.naturalOrder())
        .orElseThrow(IllegalStateException::new);
  }

  /// The attempt that gives the task its state; of several, the latest.
  public Attempt leading() {
    var state = state();
    return attempts.reversed().stream()
        .filter(attempt -> attempt.state() == state)
        .findFirst()
        .orElseThrow(IllegalStateException::new);
  }

  public Attempt attempt(int number) {
    return attempts.get(number - 1);
  }
}
