package drydock.store;

import drydock.domain.port.Inbox;
import drydock.domain.task.AttemptId;
import drydock.store.postgres.Database;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/// [Inbox] over SQL: a queue of rows, each deleted by the transaction that returns it.
final class InboxStore implements Inbox {
  private static final String POST =
      """
      insert into messages (task_id, attempt, body)
      select task_id, number, :body::jsonb from attempts where task_id = :task and number = :number
      """;

  private static final String TAKE =
      """
      with taken as (
        delete from messages where task_id = :task and attempt = :number returning id, body)
      select body from taken order by id
      """;

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
    return transactions.single(handle ->
        handle
            .createQuery(TAKE)
            .bind("task", attempt.task().value())
            .bind("number", attempt.number())
            .map((row, _) -> json.read(row.getString("body"), Message.class))
            .list());
  }
}
