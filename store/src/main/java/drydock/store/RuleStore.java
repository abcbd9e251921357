package drydock.store;

import drydock.domain.port.Rules;
import drydock.store.column.PlainText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// [Rules] over SQL.
final class RuleStore implements Rules {
  private static final String COLUMNS = "id, repository, kind, subject, allowed, actor, created_at";

  private static final String PUT =
      """
      insert into rules (id, repository, kind, subject, allowed, actor, created_at)
      values (:id, :repository, :kind, :subject, :allowed, :actor, :createdAt)
      on conflict (id) do update
      set allowed = excluded.allowed, actor = excluded.actor, created_at = excluded.created_at
      """;

  private static final String LATEST_FIRST = " order by created_at desc, id";

  private final Transactions transactions;

  RuleStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void put(Rule rule) {
    transactions.single(handle ->
        handle
            .createUpdate(PUT)
            .bind("id", rule.id())
            .bind("repository", rule.repository())
            .bind("kind", rule.kind())
            .bind("subject", PlainText.of(rule.subject()))
            .bind("allowed", rule.allowed())
            .bind("actor", PlainText.of(rule.actor()))
            .bind("createdAt", rule.createdAt())
            .execute());
  }

  @Override
  public List<Rule> of(String repository) {
    return transactions.repeatable(handle ->
        handle
            .createQuery(
                "select " + COLUMNS + " from rules where repository = :repository" + LATEST_FIRST)
            .bind("repository", PlainText.of(repository))
            .map((row, _) -> rule(row))
            .list());
  }

  @Override
  public List<Rule> list() {
    return transactions.repeatable(handle ->
        handle
            .createQuery("select " + COLUMNS + " from rules" + LATEST_FIRST)
            .map((row, _) -> rule(row))
            .list());
  }

  @Override
  public Optional<Rule> remove(String id) {
    return transactions.single(handle ->
        handle
            .createQuery("delete from rules where id = :id returning " + COLUMNS)
            .bind("id", PlainText.of(id))
            .map((row, _) -> rule(row))
            .findOne());
  }

  private static Rule rule(ResultSet row) throws SQLException {
    return new Rule(
        row.getString("repository"),
        row.getString("kind"),
        row.getString("subject"),
        row.getBoolean("allowed"),
        row.getString("actor"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
