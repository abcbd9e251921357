package drydock.domain.port;

import drydock.domain.Actor;
import drydock.domain.event.Event;
import drydock.domain.event.EventBody;
import drydock.domain.task.AttemptId;
import drydock.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The event log. What it says was committed to disk before the call returned. Thread safe.
public interface Journal {
  /// Appends facts, folds them into the attempt, and wakes who waits, in one transaction.
  ///
  /// @param lease the writer's, if it writes as the attempt's runner; none for people and the
  ///   scheduler
  /// @return the events as numbered
  /// @throws LeaseLostException if the attempt is no longer held under that lease
  /// @throws java.util.NoSuchElementException if there is no such attempt
  List<Event> append(AttemptId attempt, Actor actor, Optional<Lease> lease, List<EventBody> bodies);

  /// When the attempt's latest event was written; none if it has none.
  Optional<Instant> latest(AttemptId attempt);

  /// The number of the task's latest event; 0 if it has none.
  long last(TaskId task);

  /// Events of all attempts of the task with numbers above `after`, in order, at most `limit`.
  List<Event> read(TaskId task, long after, int limit);

  /// As [#read], but waits until there is one or the time is up. Interruptible.
  List<Event> await(TaskId task, long after, int limit, Duration atMost)
      throws InterruptedException;
}
