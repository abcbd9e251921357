package drydock.store;

import drydock.domain.port.Uploads;
import java.time.OffsetDateTime;
import java.util.Optional;

/// [Uploads] over SQL.
final class UploadStore implements Uploads {
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
                on conflict (id) do nothing
                """)
            .bind("id", upload.id())
            .bind("name", PlainText.of(upload.name()))
            .bind("bytes", upload.bytes())
            .bind("at", upload.at())
            .execute());
  }

  @Override
  public boolean removeUnused(String id) {
    return transactions.single(handle ->
        handle
                .createUpdate(
                    """
                    delete from uploads where id = :id and not exists (
                      select from tasks
                      where source = :id or request -> 'attachments' @> to_jsonb(cast(:id as text)))
                    """)
                .bind("id", PlainText.of(id))
                .execute()
            > 0);
  }

  @Override
  public Optional<Upload> find(String id) {
    return transactions.repeatable(handle ->
        handle
            .createQuery("select id, name, bytes, at from uploads where id = :id")
            .bind("id", PlainText.of(id))
            .map((row, _) ->
                new Upload(
                    row.getString("id"),
                    row.getString("name"),
                    row.getLong("bytes"),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
            .findOne());
  }
}
