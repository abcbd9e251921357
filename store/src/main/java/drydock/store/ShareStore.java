package drydock.store;

import static java.util.stream.Collectors.toUnmodifiableSet;

import drydock.domain.port.Shares;
import drydock.domain.task.TaskId;
import drydock.store.column.Names;
import drydock.store.column.PlainText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// [Shares] over SQL.
final class ShareStore implements Shares {
  private static final String COLUMNS = "id, task_id, token_hash, created_at, expires_at, include";

  private final Transactions transactions;

  ShareStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void add(Share share) {
    transactions.single(handle ->
        handle
            .createUpdate(
                "insert into shares ("
                    + COLUMNS
                    + ")"
                    + " values (:id, :task, :tokenHash, :createdAt, :expiresAt, :include)")
            .bind("id", share.id())
            .bind("task", share.task().value())
            .bind("tokenHash", share.tokenHash())
            .bind("createdAt", share.createdAt())
            .bind("expiresAt", share.expiresAt())
            .bindArray(
                "include", String.class, share.include().stream().map(Names::of).sorted().toList())
            .execute());
  }

  @Override
  public Optional<Share> find(String tokenHash, Instant now) {
    return transactions.repeatable(handle ->
        handle
            .createQuery(
                "select "
                    + COLUMNS
                    + " from shares where token_hash = :tokenHash and expires_at > :now")
            .bind("tokenHash", tokenHash)
            .bind("now", now)
            .map((row, _) -> share(row))
            .findOne());
  }

  @Override
  public List<Share> of(TaskId task) {
    return transactions.repeatable(handle ->
        handle
            .createQuery(
                "select " + COLUMNS + " from shares where task_id = :task order by created_at, id")
            .bind("task", task.value())
            .map((row, _) -> share(row))
            .list());
  }

  @Override
  public Optional<TaskId> revoke(String id) {
    return transactions.single(handle ->
        handle
            .createQuery("delete from shares where id = :id returning task_id")
            .bind("id", PlainText.of(id))
            .map((row, _) -> new TaskId(row.getString("task_id")))
            .findOne());
  }

  private static Share share(ResultSet row) throws SQLException {
    return new Share(
        row.getString("id"),
        new TaskId(row.getString("task_id")),
        row.getString("token_hash"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        Arrays.stream((String[]) row.getArray("include").getArray())
            .map(name -> Part.valueOf(name.toUpperCase(Locale.ROOT)))
            .collect(toUnmodifiableSet()));
  }
}
