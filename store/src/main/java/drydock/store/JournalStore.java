package drydock.store;

import drydock.domain.Actor;
import drydock.domain.event.Event;
import drydock.domain.event.EventBody;
import drydock.domain.port.Journal;
import drydock.domain.port.Lease;
import drydock.domain.task.AttemptId;
import drydock.domain.task.TaskId;
import drydock.store.Outage.By;
import drydock.store.column.PlainText;
import drydock.store.postgres.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// [Journal] over SQL.
final class JournalStore implements Journal {
  private final Database database;
  private final Transactions transactions;
  private final Appending appending;
  private final EventRows rows;
  private final InstantSource clock;

  JournalStore(
      Database database,
      Transactions transactions,
      Appending appending,
      EventRows rows,
      InstantSource clock) {
    this.database = database;
    this.transactions = transactions;
    this.appending = appending;
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public List<Event> append(
      AttemptId attempt, Actor actor, Optional<Lease> lease, List<EventBody> bodies) {
    if (bodies.isEmpty()) {
      return List.of();
    }
    var by = new Actor(actor.kind(), PlainText.of(actor.name()));
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var append =
        new Append(appending, rows, new Append.Said(attempt, by, lease, at, List.copyOf(bodies)));
    var appended = transactions.outlasting(by(actor, lease), () -> transactions.run(append));
    transactions.announce(keys(attempt, appended));
    return appended.events();
  }

  private static Set<String> keys(AttemptId attempt, Appending.Appended appended) {
    var keys = new HashSet<String>();
    keys.add(Keys.log(attempt.task()));
    if (appended.queued()) {
      keys.add(Keys.QUEUE);
    }
    if (appended.listed()) {
      keys.add(Keys.LIST);
    }
    return keys;
  }

  private static By by(Actor actor, Optional<Lease> lease) {
    if (lease.isPresent()) {
      return By.RUNNERS;
    }
    return actor.kind() == Actor.Kind.USER ? By.PERSONS : By.HOUSE;
  }

  @Override
  public Optional<Instant> latest(AttemptId attempt) {
    return transactions.repeatable(handle -> rows.latest(handle, attempt));
  }

  @Override
  public long last(TaskId task) {
    return transactions.repeatable(handle -> rows.last(handle, task));
  }

  @Override
  public List<Event> read(TaskId task, long after, int limit) {
    return transactions.repeatable(handle -> rows.read(handle, task, after, limit));
  }

  @Override
  public List<Event> await(TaskId task, long after, int limit, Duration atMost)
      throws InterruptedException {
    return Wait.until(database.signals(), Keys.log(task), atMost, () -> read(task, after, limit));
  }
}
