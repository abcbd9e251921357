package drydock.store;

import drydock.domain.Actor;
import drydock.domain.event.Event;
import drydock.domain.event.EventBody;
import drydock.domain.port.Tasks;
import drydock.domain.task.Attempt;
import drydock.domain.task.Request;
import drydock.domain.task.Source;
import drydock.domain.task.State;
import drydock.domain.task.Task;
import drydock.domain.task.TaskId;
import drydock.store.column.Json;
import drydock.store.column.Names;
import drydock.store.column.PlainText;
import drydock.store.postgres.Signals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// [Tasks] over SQL.
final class TaskStore implements Tasks {
  private static final String INSERT =
      """
      insert into tasks (id, actor_kind, actor_name, created_at, state, request, source, ref, model, prompt, last_event)
      values (:id, :actorKind::actor_kind, :actorName, :createdAt, :state::state, :request::jsonb, :source,
        :ref, :model, :prompt, 1)
      """;

  private static final String COLUMNS =
      "id, actor_kind, actor_name, created_at, archived_at, request";

  private static final String SELECT = "select " + COLUMNS + " from tasks where id = :id";

  private static final String DELETE = "delete from tasks where id = :id";

  private static final String DELETE_ANSWERS =
      "delete from answers where position(:id in location) > 0 or position(:id in body) > 0";

  private final Signals signals;
  private final Transactions transactions;
  private final Json json;
  private final EventRows events;
  private final AttemptRows attempts;

  TaskStore(Signals signals, Transactions transactions, Json json, EventRows events) {
    this.signals = signals;
    this.transactions = transactions;
    this.json = json;
    this.events = events;
    this.attempts = new AttemptRows(json);
  }

  @Override
  public void create(Task task) {
    var request = json.store(task.request(), Request.class);
    var createdAt = task.createdAt().truncatedTo(ChronoUnit.MICROS);
    var actor = new Actor(task.actor().kind(), PlainText.of(task.actor().name()));
    var tried = new AtomicBoolean();
    transactions.outlasting(
        Outage.By.PERSONS,
        () ->
            transactions.run(handle -> {
              if (tried.getAndSet(true) && exists(handle, task.id())) {
                return task;
              }
              insert(handle, task, actor, createdAt, request);
              if (request.value().source() instanceof Source.Git(var url, var _)) {
                RepositoryStore.use(handle, url, createdAt);
              }
              task.attempts().forEach(attempt -> attempts.insert(handle, attempt));
              var created = json.store(new EventBody.TaskCreated(request.value()), EventBody.class);
              var event =
                  new Event(1, task.attempts().getFirst().id(), createdAt, actor, created.value());
              events.insert(handle, List.of(event), List.of(created.json()));
              return task;
            }));
    transactions.announce(Set.of(Keys.QUEUE, Keys.LIST, Keys.log(task.id())));
  }

  private static boolean exists(Handle handle, TaskId id) {
    return handle
        .createQuery("select 1 from tasks where id = :id")
        .bind("id", id.value())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  @Override
  public Optional<Attempt> again(TaskId id, Actor actor, Instant at) {
    var by = new Actor(actor.kind(), PlainText.of(actor.name()));
    var next = new NextAttempt(json, events, attempts);
    var added =
        transactions.run(handle -> next.add(handle, id, by, at.truncatedTo(ChronoUnit.MICROS)));
    if (added.isPresent()) {
      transactions.announce(Set.of(Keys.QUEUE, Keys.LIST, Keys.log(id)));
    }
    return added;
  }

  private static void insert(
      Handle handle, Task task, Actor actor, Instant createdAt, Json.Stored<Request> request) {
    handle
        .createUpdate(INSERT)
        .bind("id", task.id().value())
        .bind("actorKind", Names.of(actor.kind()))
        .bind("actorName", actor.name())
        .bind("createdAt", createdAt)
        .bind("state", Names.of(task.state()))
        .bind("request", request.json())
        .bind("source", request.value().source().name())
        .bind("ref", request.value().source().ref().orElse(""))
        .bind("model", request.value().model().toString())
        .bind("prompt", request.value().prompt())
        .execute();
  }

  @Override
  public Optional<Task> find(TaskId id) {
    return transactions.repeatable(handle ->
        withAttempts(
                handle,
                handle.createQuery(SELECT).bind("id", id.value()).map((row, _) -> row(row)).list())
            .stream()
            .findFirst());
  }

  @Override
  public Page list(Filter filter, Optional<String> cursor, int limit) {
    var query =
        ListQuery.of(
            filter, cursor.map(text -> Cursor.parse(text, TaskId::isValid)), limit, COLUMNS);
    return transactions.repeatable(handle -> {
      var rows =
          handle
              .createQuery(query.sql())
              .bindMap(query.parameters())
              .map((row, _) -> row(row))
              .list();
      var shown = rows.subList(0, Math.min(rows.size(), limit));
      var next = rows.size() > shown.size() ? Optional.of(shown.getLast()) : Optional.<Row>empty();
      return new Page(
          withAttempts(handle, shown),
          next.map(row -> new Cursor(row.createdAt(), row.id().value()).toString()));
    });
  }

  @Override
  public Counts counts(Filter filter) {
    var query = ListQuery.counts(filter);
    var counted =
        transactions.repeatable(handle ->
            handle
                .createQuery(query.sql())
                .bindMap(query.parameters())
                .map((row, _) ->
                    new Counted(
                        Names.state(row.getString("state")),
                        row.getBoolean("archived"),
                        row.getLong("tasks")))
                .list());
    return new Counts(
        counted.stream()
            .filter(each -> !each.archived())
            .collect(Collectors.toMap(Counted::state, Counted::tasks)),
        counted.stream().filter(Counted::archived).mapToLong(Counted::tasks).sum());
  }

  private record Counted(State state, boolean archived, long tasks) {}

  @Override
  public Watch watch() {
    return new ListWatch(signals.on(Keys.LIST));
  }

  /// Raised for each change; several that come together are one.
  private record ListWatch(Signals.Signal signal) implements Watch {
    @Override
    public boolean await(Duration atMost) throws InterruptedException {
      return signal.await(atMost);
    }

    @Override
    public void close() {
      signal.close();
    }
  }

  @Override
  public boolean delete(TaskId id) {
    var deleted = deleted(id);
    transactions.announce(Set.of(Keys.LIST));
    return deleted;
  }

  private boolean deleted(TaskId id) {
    return transactions.run(handle -> {
      var deleted = handle.createUpdate(DELETE).bind("id", id.value()).execute() > 0;
      LedgerStore.forget(handle, id);
      // After it, when whoever still wrote to the task has committed.
      handle.createUpdate(DELETE_ANSWERS).bind("id", id.value()).execute();
      return deleted;
    });
  }

  /// A task as its own table has it.
  private record Row(
      TaskId id, Actor actor, Instant createdAt, Optional<Instant> archivedAt, Request request) {}

  private Row row(ResultSet row) throws SQLException {
    return new Row(
        new TaskId(row.getString("id")),
        Names.actor(row.getString("actor_kind"), row.getString("actor_name")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("archived_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        json.read(row.getString("request"), Request.class));
  }

  private List<Task> withAttempts(Handle handle, List<Row> rows) {
    var found = attempts.read(handle, rows.stream().map(row -> row.id().value()).toList());
    return rows.stream()
        // Gone between the two statements: deleted.
        .filter(row -> found.containsKey(row.id().value()))
        .map(row ->
            new Task(
                row.id(),
                row.actor(),
                row.createdAt(),
                row.archivedAt(),
                row.request(),
                found.getOrDefault(row.id().value(), List.of())))
        .toList();
  }
}
