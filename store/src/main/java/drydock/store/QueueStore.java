package drydock.store;

import drydock.domain.port.Lease;
import drydock.domain.port.Queue;
import drydock.domain.task.AttemptId;
import drydock.domain.task.TaskId;
import drydock.store.Outage.By;
import drydock.store.postgres.Database;
import drydock.store.postgres.Signals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// [Queue] over SQL: leases are columns of the attempt. A lease is held until somebody takes or
/// clears it, even past its time: a runner that was slow, and whom nobody has replaced, may go on.
final class QueueStore implements Queue {
  private static final String WAITING =
      """
      select a.task_id, a.number, a.queued_at, t.actor_name from attempts a join tasks t on t.id = a.task_id
      where a.state = 'queued' and (a.lease_until is null or a.lease_until <= :now)
      order by a.queued_at, a.task_id, a.number
      """;

  private static final String RUNNING =
      """
      select task_id, number, node, fence, lease_until from attempts where lease_until > :now
      order by task_id, number
      """;

  /// Waits for whoever writes to the attempt at this moment, then looks at what they left
  /// (PostgreSQL manual, 13.2.1): to pass by would leave the attempt waiting for the scheduler's
  /// next round.
  private static final String ACQUIRE =
      """
      update attempts set node = :node, lease_until = :until, fence = fence + 1
      where task_id = :task and number = :number and state = 'queued'
        and (lease_until is null or lease_until <= :now)
      returning task_id, number, node, fence, lease_until
      """;

  private static final String RENEW =
      """
      update attempts set lease_until = :until
      where task_id = :task and number = :number and node = :node and fence = :fence and lease_until is not null
      returning task_id, number, node, fence, lease_until
      """;

  private static final String RELEASE =
      """
      update attempts set lease_until = null
      where task_id = :task and number = :number and node = :node and fence = :fence and lease_until is not null
      returning state = 'queued'
      """;

  private static final String ABANDONED =
      """
      select task_id, number, lease_until from attempts
      where state in ('preparing', 'setting_up', 'running', 'waiting', 'collecting')
        and (lease_until is null or lease_until <= :now)
      order by queued_at, task_id, number
      """;

  private static final String FREE =
      "update attempts set lease_until = null where state = 'queued' and node = :node";

  private static final String LEFT_BY =
      """
      select task_id, number, lease_until from attempts
      where state in ('preparing', 'setting_up', 'running', 'waiting', 'collecting') and node = :node
      order by queued_at, task_id, number
      """;

  private final Transactions transactions;
  private final InstantSource clock;

  /// For as long as this object lives: what is queued between two waits is not missed.
  private final Signals.Signal queued;

  QueueStore(Database database, Transactions transactions, InstantSource clock) {
    this.transactions = transactions;
    this.clock = clock;
    this.queued = database.signals().on(Keys.QUEUE);
  }

  @Override
  public List<Waiting> waiting() {
    return transactions.repeatable(handle ->
        handle
            .createQuery(WAITING)
            .bind("now", clock.instant())
            .map((row, _) ->
                new Waiting(attempt(row), row.getString("actor_name"), instant(row, "queued_at")))
            .list());
  }

  @Override
  public List<Lease> running(Instant now) {
    return transactions.repeatable(
        handle -> handle.createQuery(RUNNING).bind("now", now).map((row, _) -> lease(row)).list());
  }

  @Override
  public Optional<Lease> acquire(AttemptId attempt, String node, Instant until) {
    return transactions.single(handle ->
        handle
            .createQuery(ACQUIRE)
            .bind("task", attempt.task().value())
            .bind("number", attempt.number())
            .bind("node", node)
            .bind("until", until)
            .bind("now", clock.instant())
            .map((row, _) -> lease(row))
            .findOne());
  }

  @Override
  public Optional<Lease> renew(Lease lease, Instant until) {
    return transactions.repeatable(
        By.HOUSE,
        handle ->
            handle
                .createQuery(RENEW)
                .bindMap(columns(lease))
                .bind("until", until)
                .map((row, _) -> lease(row))
                .findOne());
  }

  @Override
  public void release(Lease lease) {
    var queuedAgain =
        transactions.repeatable(
            By.HOUSE,
            handle ->
                handle.createQuery(RELEASE).bindMap(columns(lease)).mapTo(Boolean.class).findOne());
    if (queuedAgain.orElse(false)) {
      transactions.announce(Set.of(Keys.QUEUE));
    }
  }

  @Override
  public List<Left> abandoned(Instant now) {
    return transactions.repeatable(
        handle -> handle.createQuery(ABANDONED).bind("now", now).map((row, _) -> left(row)).list());
  }

  @Override
  public List<Left> leftBy(String node) {
    transactions.repeatable(
        By.HOUSE, handle -> handle.createUpdate(FREE).bind("node", node).execute());
    return transactions.repeatable(
        handle -> handle.createQuery(LEFT_BY).bind("node", node).map((row, _) -> left(row)).list());
  }

  /// What was queued since an earlier wait ended it at once.
  @Override
  public void await(Duration atMost) throws InterruptedException {
    queued.await(atMost);
  }

  private static Map<String, Object> columns(Lease lease) {
    return Map.of(
        "task", lease.attempt().task().value(),
        "number", lease.attempt().number(),
        "node", lease.node(),
        "fence", lease.fence());
  }

  private static Lease lease(ResultSet row) throws SQLException {
    return new Lease(
        attempt(row), row.getString("node"), row.getLong("fence"), instant(row, "lease_until"));
  }

  private static Left left(ResultSet row) throws SQLException {
    var until = Optional.ofNullable(row.getObject("lease_until", OffsetDateTime.class));
    return new Left(attempt(row), until.map(OffsetDateTime::toInstant));
  }

  private static AttemptId attempt(ResultSet row) throws SQLException {
    return new AttemptId(new TaskId(row.getString("task_id")), row.getInt("number"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
