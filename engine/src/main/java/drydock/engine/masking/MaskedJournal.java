package drydock.engine.masking;

import drydock.domain.Actor;
import drydock.domain.event.Event;
import drydock.domain.event.EventBody;
import drydock.domain.port.Journal;
import drydock.domain.port.Lease;
import drydock.domain.secret.Secrets;
import drydock.domain.task.AttemptId;
import drydock.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A journal that no secret gets into. What lies over the ends of several events is [MaskedPieces]'
/// to see. Thread safe.
public record MaskedJournal(Journal journal, Secrets secrets) implements Journal {
  @Override
  public List<Event> append(
      AttemptId attempt, Actor actor, Optional<Lease> lease, List<EventBody> bodies) {
    var masked = bodies.stream().map(body -> MaskedBody.of(body, secrets)).toList();
    return journal.append(attempt, actor, lease, masked);
  }

  @Override
  public Optional<Instant> latest(AttemptId attempt) {
    return journal.latest(attempt);
  }

  @Override
  public long last(TaskId task) {
    return journal.last(task);
  }

  @Override
  public List<Event> read(TaskId task, long after, int limit) {
    return journal.read(task, after, limit);
  }

  @Override
  public List<Event> await(TaskId task, long after, int limit, Duration atMost)
      throws InterruptedException {
    return journal.await(task, after, limit, atMost);
  }
}
