package drydock.store;

import drydock.domain.port.Answers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// [Answers] over SQL. A key is free again after [#KEPT].
final class AnswerStore implements Answers {
  static final Duration KEPT = Duration.ofDays(7);

  private static final String RESERVE =
      """
      insert into answers (actor, key, body_hash, reserved_at) values (:actor, :key, :bodyHash, :now)
      on conflict (actor, key) do nothing
      """;

  private static final String FIND =
      "select key, body_hash, status, location, body from answers where actor = :actor and key = :key";

  private static final String KEEP =
      """
      update answers set status = :status, location = :location, body = :body
      where actor = :actor and key = :key and body_hash = :bodyHash
      """;

  private final Transactions transactions;

  AnswerStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Reservation reserve(String actor, String key, String bodyHash, Instant now) {
    return transactions.run(handle -> {
      handle
          .createUpdate("delete from answers where reserved_at < :old")
          .bind("old", now.minus(KEPT))
          .execute();
      while (true) {
        var fresh =
            handle
                .createUpdate(RESERVE)
                .bind("actor", PlainText.of(actor))
                .bind("key", PlainText.of(key))
                .bind("bodyHash", bodyHash)
                .bind("now", now)
                .execute();
        var found =
            fresh > 0
                ? Optional.<Reservation>of(new Reservation.Fresh())
                : known(handle, actor, key, bodyHash);
        // None = it was given up between the two statements: the key is free.
        if (found.isPresent()) {
          return found.get();
        }
      }
    });
  }

  private static Optional<Reservation> known(
      Handle handle, String actor, String key, String bodyHash) {
    return handle
        .createQuery(FIND)
        .bind("actor", PlainText.of(actor))
        .bind("key", PlainText.of(key))
        .map((row, _) ->
            row.getString("body_hash").equals(bodyHash)
                ? new Reservation.Known(answer(row))
                : (Reservation) new Reservation.Conflict())
        .findOne();
  }

  private static Optional<Answer> answer(ResultSet row) throws SQLException {
    var status = row.getInt("status");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(
            new Answer(
                row.getString("key"),
                row.getString("body_hash"),
                status,
                row.getString("location"),
                row.getString("body")));
  }

  @Override
  public void keep(String actor, Answer answer) {
    transactions.repeatable(handle ->
        handle
            .createUpdate(KEEP)
            .bind("status", answer.status())
            .bind("location", PlainText.of(answer.location()))
            .bind("body", PlainText.of(answer.body()))
            .bind("actor", PlainText.of(actor))
            .bind("key", PlainText.of(answer.key()))
            .bind("bodyHash", answer.bodyHash())
            .execute());
  }

  @Override
  public void forget(String actor, String key) {
    transactions.repeatable(handle ->
        handle
            .createUpdate(
                "delete from answers where actor = :actor and key = :key and status is null")
            .bind("actor", PlainText.of(actor))
            .bind("key", PlainText.of(key))
            .execute());
  }
}
