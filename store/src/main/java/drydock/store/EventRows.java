package drydock.store;

import drydock.domain.event.Event;
import drydock.domain.event.EventBody;
import drydock.domain.task.AttemptId;
import drydock.domain.task.TaskId;
import drydock.store.column.Json;
import drydock.store.column.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table `events`.
final class EventRows {
  private static final String INSERT =
      """
      insert into events (task_id, number, attempt, at, actor_kind, actor_name, type, body)
      select :task, number, :attempt, :at, :actorKind::actor_kind, :actorName, type, body::jsonb
      from unnest(:numbers, :types, :bodies) as new (number, type, body)
      """;

  private static final String READ =
      """
      select number, attempt, at, actor_kind, actor_name, body from events
      where task_id = :task and number > :after order by number limit :limit
      """;

  private static final String LATEST =
      """
      select at from events where task_id = :task and attempt = :attempt order by number desc limit 1
      """;

  private static final String LAST =
      "select coalesce(max(number), 0) from events where task_id = :task";

  private final Json json;

  EventRows(Json json) {
    this.json = json;
  }

  /// Events of one attempt and one moment, in one statement.
  void insert(Handle handle, List<Event> events, List<String> bodies) {
    var first = events.getFirst();
    handle
        .createUpdate(INSERT)
        .bind("task", first.attempt().task().value())
        .bind("attempt", first.attempt().number())
        .bind("at", first.at())
        .bind("actorKind", Names.of(first.actor().kind()))
        .bind("actorName", first.actor().name())
        .bindArray("numbers", Long.class, events.stream().map(Event::number).toList())
        .bindArray("types", String.class, events.stream().map(e -> Names.type(e.body())).toList())
        .bindArray("bodies", String.class, bodies)
        .execute();
  }

  Optional<Instant> latest(Handle handle, AttemptId attempt) {
    return handle
        .createQuery(LATEST)
        .bind("task", attempt.task().value())
        .bind("attempt", attempt.number())
        .map((row, _) -> row.getObject("at", OffsetDateTime.class).toInstant())
        .findOne();
  }

  long last(Handle handle, TaskId task) {
    return handle.createQuery(LAST).bind("task", task.value()).mapTo(Long.class).one();
  }

  List<Event> read(Handle handle, TaskId task, long after, int limit) {
    return handle
        .createQuery(READ)
        .bind("task", task.value())
        .bind("after", after)
        .bind("limit", limit)
        .map((row, _) -> event(task, row))
        .list();
  }

  private Event event(TaskId task, ResultSet row) throws SQLException {
    return new Event(
        row.getLong("number"),
        new AttemptId(task, row.getInt("attempt")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Names.actor(row.getString("actor_kind"), row.getString("actor_name")),
        json.read(row.getString("body"), EventBody.class));
  }
}
