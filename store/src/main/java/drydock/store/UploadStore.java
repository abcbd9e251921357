package drydock.store;

import drydock.domain.port.Uploads;
import drydock.store.column.PlainText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// [Uploads] over SQL.
final class UploadStore implements Uploads {
  private static final String IS_UNUSED =
      """
      not exists (
        select from tasks
        where source = uploads.id or request -> 'attachments' @> to_jsonb(uploads.id))
      """;

  private static final String REMOVE = "delete from uploads where id = :id and " + IS_UNUSED;

  private static final String UNUSED =
      "select id, name, bytes, at from uploads where at < :before and " + IS_UNUSED + "order by id";

  private final Transactions transactions;

  UploadStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void add(Upload upload) {
    transactions.single(handle ->
        handle
            .createUpdate(
                """
                insert into uploads (id, name, bytes, at) values (:id, :name, :bytes, :at)
                on conflict (id) do update set at = greatest(uploads.at, excluded.at)
                """)
            .bind("id", upload.id())
            .bind("name", PlainText.of(upload.name()))
            .bind("bytes", upload.bytes())
            .bind("at", upload.at())
            .execute());
  }

  @Override
  public boolean removeUnused(String id) {
    return transactions.single(
        handle -> handle.createUpdate(REMOVE).bind("id", PlainText.of(id)).execute() > 0);
  }

  @Override
  public Optional<Upload> find(String id) {
    return transactions.repeatable(handle ->
        handle
            .createQuery("select id, name, bytes, at from uploads where id = :id")
            .bind("id", PlainText.of(id))
            .map((row, _) -> upload(row))
            .findOne());
  }

  @Override
  public List<Upload> unused(Instant before) {
    return transactions.repeatable(handle ->
        handle.createQuery(UNUSED).bind("before", before).map((row, _) -> upload(row)).list());
  }

  private static Upload upload(ResultSet row) throws SQLException {
    return new Upload(
        row.getString("id"),
        row.getString("name"),
        row.getLong("bytes"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
