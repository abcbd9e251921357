package drydock.store;

import drydock.domain.port.Repositories;
import drydock.store.column.PlainText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/// [Repositories] over SQL.
final class RepositoryStore implements Repositories {
  private static final Pattern ID = Pattern.compile("g_[0-9a-f]{16}");

  private static final String USE =
      """
      insert into repositories (id, url, last_used_at) values (:id, :url, :at)
      on conflict (id) do update set last_used_at = greatest(repositories.last_used_at, excluded.last_used_at)
      """;

  private static final String SELECT =
      """
      select id, url, last_used_at, default_branch,
        (select count(*) from tasks where source = repositories.url) as tasks
      from repositories
      """;

  private static final String NEWEST_FIRST = " order by last_used_at desc, id desc limit :limit";

  private static final String AFTER = " where (last_used_at, id) < (:at, :id)";

  private final Transactions transactions;

  RepositoryStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void use(String url, Instant at) {
    transactions.single(handle -> use(handle, PlainText.of(url), at));
  }

  /// @return rows that were written
  static int use(Handle handle, String url, Instant at) {
    return handle
        .createUpdate(USE)
        .bind("id", Repositories.idOf(url))
        .bind("url", url)
        .bind("at", at.truncatedTo(ChronoUnit.MICROS))
        .execute();
  }

  @Override
  public Page list(int limit, Optional<String> cursor) {
    if (limit < 1 || limit > 200) {
      throw new IllegalArgumentException("a page holds 1 to 200 repositories, not " + limit);
    }
    var after = cursor.map(text -> Cursor.parse(text, id -> ID.matcher(id).matches()));
    var found =
        transactions.repeatable(handle -> {
          var query =
              handle
                  .createQuery(SELECT + (after.isPresent() ? AFTER : "") + NEWEST_FIRST)
                  .bind("limit", limit + 1);
          after.ifPresent(place -> query.bind("at", place.at()).bind("id", place.id()));
          return query.map((row, _) -> repository(row)).list();
        });
    var shown = found.subList(0, Math.min(found.size(), limit));
    var last =
        found.size() > shown.size() ? Optional.of(shown.getLast()) : Optional.<Repository>empty();
    return new Page(shown, last.map(each -> new Cursor(each.lastUsedAt(), each.id()).toString()));
  }

  @Override
  public Optional<Repository> find(String id) {
    return transactions.repeatable(handle ->
        handle
            .createQuery(SELECT + " where id = :id")
            .bind("id", PlainText.of(id))
            .map((row, _) -> repository(row))
            .findOne());
  }

  @Override
  public void defaultBranch(String id, String branch) {
    transactions.single(handle ->
        handle
            .createUpdate(
                """
                update repositories set default_branch = :branch
                where id = :id and default_branch is distinct from :branch
                """)
            .bind("id", id)
            .bind("branch", PlainText.of(branch))
            .execute());
  }

  @Override
  public boolean forget(String id) {
    return transactions.single(handle ->
        handle
                .createUpdate("delete from repositories where id = :id")
                .bind("id", PlainText.of(id))
                .execute()
            > 0);
  }

  private static Repository repository(ResultSet row) throws SQLException {
    return new Repository(
        row.getString("url"),
        row.getObject("last_used_at", OffsetDateTime.class).toInstant(),
        row.getInt("tasks"),
        Optional.ofNullable(row.getString("default_branch")));
  }
}
