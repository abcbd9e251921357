package drydock.store;

import drydock.domain.port.Answers;
import drydock.store.column.PlainText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// [Answers] over SQL. A key is free again after [#KEPT].
final class AnswerStore implements Answers {
  static final Duration KEPT = Duration.ofDays(7);

  private static final String FORGET_OLD = "delete from answers where reserved_at < :old";

  /// Who comes second waits here for the end of the first's transaction (PostgreSQL manual, INSERT,
  /// "on conflict").
  private static final String RESERVE =
      """
      insert into answers (actor, key, body_hash, reserved_at) values (:actor, :key, :bodyHash, :now)
      on conflict (actor, key) do nothing
      """;

  private static final String FIND =
      "select body_hash, status, location, body from answers where actor = :actor and key = :key";

  private static final String KEEP =
      """
      update answers set status = :status, location = :location, body = :body
      where actor = :actor and key = :key
      """;

  private final Transactions transactions;

  AnswerStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Answer> once(Asked asked, Instant now, Supplier<Answer> carryOut) {
    transactions.repeatable(
        handle -> handle.createUpdate(FORGET_OLD).bind("old", now.minus(KEPT)).execute());
    // The answer may have been kept without our knowing: then the repetition finds it.
    return transactions.repeatableWhole(
        Outage.By.PERSONS, handle -> answer(handle, asked, now, carryOut));
  }

  private static Optional<Answer> answer(
      Handle handle, Asked asked, Instant now, Supplier<Answer> carryOut) {
    var reserve = handle.createUpdate(RESERVE).bind("bodyHash", asked.bodyHash()).bind("now", now);
    if (key(reserve, asked).execute() == 0) {
      return key(handle.createQuery(FIND), asked)
          .map((row, _) ->
              row.getString("body_hash").equals(asked.bodyHash())
                  ? Optional.of(answer(row))
                  : Optional.<Answer>empty())
          .one();
    }
    var answer = carryOut.get();
    var keep =
        handle
            .createUpdate(KEEP)
            .bind("status", answer.status())
            .bind("location", PlainText.of(answer.location()))
            .bind("body", PlainText.of(answer.body()));
    key(keep, asked).execute();
    return Optional.of(answer);
  }

  private static <S extends SqlStatement<S>> S key(S statement, Asked asked) {
    return statement.bind("actor", PlainText.of(asked.actor())).bind("key", asked.key());
  }

  private static Answer answer(ResultSet row) throws SQLException {
    return new Answer(row.getInt("status"), row.getString("location"), row.getString("body"));
  }
}
