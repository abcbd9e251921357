package drydock.store;

import drydock.domain.event.Event;
import drydock.domain.event.EventBody;
import drydock.domain.model.ModelName;
import drydock.domain.model.Tokens;
import drydock.domain.model.Usage;
import drydock.domain.port.Ledger;
import drydock.domain.task.TaskId;
import drydock.store.column.PlainText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// [Ledger] over SQL. Rows are of tasks, so that two attempts of different tasks never wait for
/// each other.
final class LedgerStore implements Ledger {
  private static final String ADD =
      """
      insert into spent (day, task_id, actor, repository, model, calls, input, cached_input, output, usd)
      select :day, id, actor_name, source, :model, :calls, :input, :cachedInput, :output, :usd
      from tasks where id = :task
      on conflict (day, task_id, actor, repository, model) do update set
        calls = spent.calls + excluded.calls, input = spent.input + excluded.input,
        cached_input = spent.cached_input + excluded.cached_input,
        output = spent.output + excluded.output, usd = spent.usd + excluded.usd
      """;

  /// What was spent stays spent; who deleted the task is to find no trace of it.
  private static final String FORGET =
      """
      with gone as (delete from spent where task_id = :task returning *)
      insert into spent
      select day, '', actor, '', model, sum(calls), sum(input), sum(cached_input), sum(output), sum(usd)
      from gone group by day, actor, model
      on conflict (day, task_id, actor, repository, model) do update set
        calls = spent.calls + excluded.calls, input = spent.input + excluded.input,
        cached_input = spent.cached_input + excluded.cached_input,
        output = spent.output + excluded.output, usd = spent.usd + excluded.usd
      """;

  private static final String SUMS =
      """
      select
        case when :byDay then day end as day,
        case when :byActor then actor end as actor,
        case when :byRepository then repository end as repository,
        case when :byModel then model end as model,
        sum(calls) as calls, sum(input) as input, sum(cached_input) as cached_input,
        sum(output) as output, sum(usd) as usd
      from spent where day between :from and :to
      group by 1, 2, 3, 4
      order by 1 desc, sum(usd) desc, sum(input) desc, 2, 3, 4
      """;

  private final Transactions transactions;

  LedgerStore(Transactions transactions) {
    this.transactions = transactions;
  }

  /// Adds what model calls among these events came to.
  static void add(Handle handle, List<Event> events) {
    for (var event : events) {
      if (event.body() instanceof EventBody.ModelCalled(var model, var usage, var _, var _)) {
        handle
            .createUpdate(ADD)
            .bind("day", LocalDate.ofInstant(event.at(), ZoneOffset.UTC))
            .bind("task", event.attempt().task().value())
            .bind("model", PlainText.of(model.toString()))
            .bind("calls", usage.calls())
            .bind("input", usage.tokens().input())
            .bind("cachedInput", usage.tokens().cachedInput())
            .bind("output", usage.tokens().output())
            .bind("usd", usage.usd())
            .execute();
      }
    }
  }

  static void forget(Handle handle, TaskId task) {
    handle.createUpdate(FORGET).bind("task", task.value()).execute();
  }

  @Override
  public List<Spent> spent(Question question) {
    return transactions.repeatable(handle ->
        handle
            .createQuery(SUMS)
            .bind("byDay", question.by().contains(By.DAY))
            .bind("byActor", question.by().contains(By.ACTOR))
            .bind("byRepository", question.by().contains(By.REPOSITORY))
            .bind("byModel", question.by().contains(By.MODEL))
            .bind("from", question.from())
            .bind("to", question.to())
            .map((row, _) -> spent(row))
            .list());
  }

  private static Spent spent(ResultSet row) throws SQLException {
    return new Spent(
        Optional.ofNullable(row.getObject("day", LocalDate.class)),
        Optional.ofNullable(row.getString("actor")),
        Optional.ofNullable(row.getString("repository")),
        Optional.ofNullable(row.getString("model")).map(ModelName::parse),
        new Usage(
            row.getInt("calls"),
            new Tokens(row.getLong("input"), row.getLong("cached_input"), row.getLong("output")),
            row.getBigDecimal("usd")));
  }
}
