package drydock.store;

import static java.util.stream.Collectors.toSet;

import drydock.domain.port.Inbox;
import drydock.domain.task.AttemptId;
import drydock.store.postgres.Database;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// [Inbox] over SQL: a queue of rows, each deleted before it is returned.
final class InboxStore implements Inbox {
  private static final String POST =
      """
      insert into messages (task_id, attempt, body)
      select task_id, number, :body::jsonb from attempts where task_id = :task and number = :number
      """;

  private static final String FIND =
      "select id, body from messages where task_id = :task and attempt = :number order by id";

  private static final String TAKE = "delete from messages where id = any(:ids) returning id";

  private final Database database;
  private final Transactions transactions;
  private final Json json;

  InboxStore(Database database, Transactions transactions, Json json) {
    this.database = database;
    this.transactions = transactions;
    this.json = json;
  }

  /// @throws NoSuchElementException if there is no such attempt
  @Override
  public void post(AttemptId attempt, Message message) {
    var posted =
        transactions.single(handle ->
            handle
                .createUpdate(POST)
                .bind("body", json.store(message, Message.class).json())
                .bind("task", attempt.task().value())
                .bind("number", attempt.number())
                .execute());
    if (posted == 0) {
      throw new NoSuchElementException("there is no attempt " + attempt);
    }
    database.announce(Set.of(Keys.inbox(attempt)));
  }

  @Override
  public List<Message> take(AttemptId attempt, Duration atMost) throws InterruptedException {
    return Wait.until(database.signals(), Keys.inbox(attempt), atMost, () -> take(attempt));
  }

  private List<Message> take(AttemptId attempt) {
    var found = found(attempt);
    if (found.isEmpty()) {
      return List.of();
    }
    var taken = taken(found.stream().map(Row::id).toList());
    return found.stream().filter(row -> taken.contains(row.id())).map(Row::message).toList();
  }

  private record Row(long id, Message message) {}

  private List<Row> found(AttemptId attempt) {
    return transactions.repeatable(handle ->
        handle
            .createQuery(FIND)
            .bind("task", attempt.task().value())
            .bind("number", attempt.number())
            .map((row, _) ->
                new Row(row.getLong("id"), json.read(row.getString("body"), Message.class)))
            .list());
  }

  /// Of two takers, one deletes a row. If the database went away before it answered, what is gone
  /// afterwards is ours.
  private Set<Long> taken(List<Long> ids) {
    var tried = new AtomicBoolean();
    return Patience.again(
        Patience.PERSONS,
        () ->
            transactions.single(handle -> {
              var isRepeated = tried.getAndSet(true);
              var deleted =
                  handle
                      .createQuery(TAKE)
                      .bindArray("ids", Long.class, ids)
                      .mapTo(Long.class)
                      .collect(toSet());
              return isRepeated ? Set.copyOf(ids) : deleted;
            }));
  }
}
