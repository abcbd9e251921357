package drydock.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import drydock.domain.task.Attempt;
import drydock.store.column.Json;
import drydock.store.column.Names;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The table `attempts`, but for what the queue writes there.
final class AttemptRows {
  private static final String INSERT =
      """
      insert into attempts (task_id, number, state, queued_at, snapshot)
      values (:task, :number, :state::state, :queuedAt, :snapshot::jsonb)
      """;

  private static final String READ =
      "select task_id, snapshot from attempts where task_id = any(:tasks) order by task_id, number";

  private final Json json;

  AttemptRows(Json json) {
    this.json = json;
  }

  void insert(Handle handle, Attempt attempt) {
    handle
        .createUpdate(INSERT)
        .bind("task", attempt.id().task().value())
        .bind("number", attempt.id().number())
        .bind("state", Names.of(attempt.state()))
        .bind("queuedAt", attempt.queuedAt())
        .bind("snapshot", json.store(attempt, Attempt.class).json())
        .execute();
  }

  /// By task, in order of their numbers.
  Map<String, List<Attempt>> read(Handle handle, List<String> tasks) {
    return handle
        .createQuery(READ)
        .bindArray("tasks", String.class, tasks)
        .map((row, _) ->
            Map.entry(
                row.getString("task_id"), json.read(row.getString("snapshot"), Attempt.class)))
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }
}
