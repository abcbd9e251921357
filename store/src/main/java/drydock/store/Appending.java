package drydock.store;

import drydock.domain.event.AttemptFold;
import drydock.domain.event.Event;
import drydock.domain.event.EventBody;
import drydock.domain.port.Lease;
import drydock.domain.port.LeaseLostException;
import drydock.domain.task.Attempt;
import drydock.domain.task.AttemptId;
import drydock.domain.task.State;
import drydock.domain.task.TaskId;
import drydock.store.column.Json;
import drydock.store.column.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The transaction that makes facts part of the log: numbers, rows, and what follows from them for
/// attempt and task.
final class Appending {
  /// Locks the task's row first, as every writer of the log does, so that numbers have no gaps and
  /// nobody deadlocks.
  private static final String TAKE_NUMBERS =
      "update tasks set last_event = last_event + :count where id = :task returning last_event";

  private static final String LOCK_TASK = "select 1 from tasks where id = :task for no key update";

  private static final String LOCK_ATTEMPT =
      """
      select snapshot, fence, lease_until is not null as held, node from attempts
      where task_id = :task and number = :number for no key update
      """;

  /// An attempt that goes back to the queue is free at once; so is one that somebody else than its
  /// runner ends.
  private static final String UPDATE_ATTEMPT =
      """
      update attempts set snapshot = :snapshot::jsonb, state = :state::state, queued_at = :queuedAt,
        lease_until = case when :freed then null else lease_until end
      where task_id = :task and number = :number
      """;

  /// A task that goes on is no longer put away.
  private static final String UPDATE_TASK =
      """
      update tasks set state = least.state, archived_at = case when least.state >= 'succeeded' then archived_at end
      from (select min(state) as state from attempts where task_id = :task) as least where id = :task
      """;

  private static final String ARCHIVE =
      "update tasks set archived_at = coalesce(archived_at, :at) where id = :task";

  private static final String UNARCHIVE = "update tasks set archived_at = null where id = :task";

  private final Json json;
  private final EventRows rows;

  Appending(Json json, EventRows rows) {
    this.json = json;
    this.rows = rows;
  }

  /// What was appended.
  ///
  /// @param queued the attempt waits in the queue now, and did not before
  /// @param listed a list of tasks may show something else now
  record Appended(List<Event> events, boolean queued, boolean listed) {}

  /// Waits until no other transaction writes the task's log.
  void lock(Handle handle, TaskId task) {
    handle.createQuery(LOCK_TASK).bind("task", task.value()).mapTo(Integer.class).findOne();
  }

  Appended append(Handle handle, Append.Said said) {
    var id = said.attempt();
    var lease = said.lease();
    var stored = said.bodies().stream().map(body -> json.store(body, EventBody.class)).toList();
    var last = takeNumbers(handle, id, stored.size()).orElseThrow(() -> missing(id, lease));
    var before = locked(handle, id, lease);
    var events = new ArrayList<Event>();
    var after = before;
    for (var body : stored) {
      var number = last - stored.size() + events.size() + 1;
      var event = new Event(number, id, said.at(), said.actor(), body.value());
      events.add(event);
      after = AttemptFold.apply(after, event);
    }
    rows.insert(handle, events, stored.stream().map(Json.Stored::json).toList());
    LedgerStore.add(handle, events);
    if (!after.equals(before)) {
      update(handle, before, after, lease);
    }
    var archives = stored.stream().filter(body -> archive(handle, said, body.value())).count();
    return new Appended(
        List.copyOf(events),
        after.state() == State.QUEUED && before.state() != State.QUEUED,
        archives > 0 || !after.equals(before));
  }

  /// @return whether the event is about the archive
  private static boolean archive(Handle handle, Append.Said said, EventBody body) {
    var sql =
        switch (body) {
          case EventBody.Archived() -> ARCHIVE;
          case EventBody.Unarchived() -> UNARCHIVE;
          default -> "";
        };
    if (sql.isEmpty()) {
      return false;
    }
    var update = handle.createUpdate(sql).bind("task", said.attempt().task().value());
    if (body instanceof EventBody.Archived) {
      update.bind("at", said.at());
    }
    update.execute();
    return true;
  }

  /// A runner need not know whether its attempt was deleted or taken: it stops.
  private static RuntimeException missing(AttemptId id, Optional<Lease> lease) {
    return lease.isPresent()
        ? new LeaseLostException(id)
        : new NoSuchElementException("there is no attempt " + id);
  }

  private static Optional<Long> takeNumbers(Handle handle, AttemptId id, int count) {
    return handle
        .createQuery(TAKE_NUMBERS)
        .bind("count", count)
        .bind("task", id.task().value())
        .mapTo(Long.class)
        .findOne();
  }

  private Attempt locked(Handle handle, AttemptId id, Optional<Lease> lease) {
    return handle
        .createQuery(LOCK_ATTEMPT)
        .bind("task", id.task().value())
        .bind("number", id.number())
        .map((row, _) -> {
          if (lease.isPresent()
              && !(row.getBoolean("held")
                  && row.getLong("fence") == lease.get().fence()
                  && lease.get().node().equals(row.getString("node")))) {
            throw new LeaseLostException(id);
          }
          return json.read(row.getString("snapshot"), Attempt.class);
        })
        .findOne()
        .orElseThrow(() -> missing(id, lease));
  }

  private void update(Handle handle, Attempt before, Attempt after, Optional<Lease> lease) {
    var moved = after.state() != before.state();
    handle
        .createUpdate(UPDATE_ATTEMPT)
        .bind("snapshot", json.store(after, Attempt.class).json())
        .bind("state", Names.of(after.state()))
        .bind("queuedAt", after.queuedAt())
        .bind(
            "freed",
            moved
                && (after.state() == State.QUEUED || (after.state().isEnded() && lease.isEmpty())))
        .bind("task", after.id().task().value())
        .bind("number", after.id().number())
        .execute();
    if (moved) {
      handle.createUpdate(UPDATE_TASK).bind("task", after.id().task().value()).execute();
    }
  }
}
