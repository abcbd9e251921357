package drydock.store;

import drydock.domain.Actor;
import drydock.domain.event.AttemptFold;
import drydock.domain.event.Event;
import drydock.domain.event.EventBody;
import drydock.domain.task.Attempt;
import drydock.domain.task.AttemptId;
import drydock.domain.task.State;
import drydock.domain.task.TaskId;
import drydock.store.column.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The transaction that adds an attempt to a task whose attempts have all ended.
final class NextAttempt {
  /// Locks the task's row first, as every writer of the log does.
  private static final String LOCK = "select 1 from tasks where id = :task for no key update";

  private static final String TAKE_NUMBER =
      "update tasks set last_event = last_event + 1 where id = :task returning last_event";

  private static final String QUEUE =
      "update tasks set state = 'queued', archived_at = null where id = :task";

  private final Json json;
  private final EventRows events;
  private final AttemptRows attempts;

  NextAttempt(Json json, EventRows events, AttemptRows attempts) {
    this.json = json;
    this.events = events;
    this.attempts = attempts;
  }

  /// @return none if there is no such task, or an attempt at it is still open
  Optional<Attempt> add(Handle handle, TaskId task, Actor actor, Instant at) {
    handle.createQuery(LOCK).bind("task", task.value()).mapTo(Integer.class).findOne();
    var before = attempts.read(handle, List.of(task.value())).getOrDefault(task.value(), List.of());
    if (before.isEmpty() || before.stream().anyMatch(attempt -> !attempt.state().isEnded())) {
      return Optional.empty();
    }
    var number = handle.createQuery(TAKE_NUMBER).bind("task", task.value()).mapTo(Long.class).one();
    var id = new AttemptId(task, before.size() + 1);
    var queued =
        new EventBody.StateChanged(
            State.QUEUED, State.QUEUED, Optional.of("a retry was asked for"));
    var event = new Event(number, id, at, actor, queued);
    var attempt = AttemptFold.apply(Attempt.queued(id, at), event);
    attempts.insert(handle, attempt);
    events.insert(handle, List.of(event), List.of(json.store(queued, EventBody.class).json()));
    handle.createUpdate(QUEUE).bind("task", task.value()).execute();
    return Optional.of(attempt);
  }
}
