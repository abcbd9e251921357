package drydock.store;

import drydock.domain.port.Inbox;
import drydock.domain.task.AttemptId;
import drydock.store.Outage.By;
import drydock.store.column.Json;
import drydock.store.postgres.Database;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/// [Inbox] over SQL: a letter is a row.
final class InboxStore implements Inbox {
  private static final String POST =
      """
      insert into messages (task_id, attempt, body)
      select task_id, number, :body::jsonb from attempts where task_id = :task and number = :number
      """;

  private static final String UNKNOWN =
      """
      select id, body from messages
      where task_id = :task and attempt = :number and id <> all(:known) order by id
      """;

  private static final String DONE =
      "delete from messages where task_id = :task and attempt = :number and id = any(:letters)";

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
    transactions.announce(Set.of(Keys.inbox(attempt)));
  }

  @Override
  public List<Letter> await(AttemptId attempt, Set<Long> known, Duration atMost)
      throws InterruptedException {
    return Wait.until(
        database.signals(), Keys.inbox(attempt), atMost, () -> unknown(attempt, known));
  }

  private List<Letter> unknown(AttemptId attempt, Set<Long> known) {
    return transactions.repeatable(handle ->
        handle
            .createQuery(UNKNOWN)
            .bind("task", attempt.task().value())
            .bind("number", attempt.number())
            .bindArray("known", Long.class, known)
            .map((row, _) ->
                new Letter(row.getLong("id"), json.read(row.getString("body"), Message.class)))
            .list());
  }

  @Override
  public void done(AttemptId attempt, Collection<Long> letters) {
    transactions.repeatable(
        By.HOUSE,
        handle ->
            handle
                .createUpdate(DONE)
                .bind("task", attempt.task().value())
                .bind("number", attempt.number())
                .bindArray("letters", Long.class, letters)
                .execute());
  }
}
