package drydock.store;

import drydock.domain.Scope;
import drydock.domain.port.AccessTokens;
import drydock.store.column.Names;
import drydock.store.column.PlainText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// [AccessTokens] over SQL.
final class AccessTokenStore implements AccessTokens {
  private static final String COLUMNS =
      "id, name, scope, token_hash, created_at, expires_at, last_used_at";

  private static final Duration NOTED = Duration.ofMinutes(1);

  private final Transactions transactions;

  AccessTokenStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean add(AccessToken token) {
    return transactions.single(handle ->
        handle
                .createUpdate(
                    "insert into access_tokens (id, name, scope, token_hash, created_at, expires_at)"
                        + " values (:id, :name, cast(:scope as scope), :hash, :createdAt, :expiresAt)"
                        + " on conflict (name) do nothing")
                .bind("id", token.id())
                .bind("name", token.name())
                .bind("scope", Names.of(token.scope()))
                .bind("hash", token.hash())
                .bind("createdAt", token.createdAt())
                .bind("expiresAt", token.expiresAt().orElse(null))
                .execute()
            > 0);
  }

  @Override
  public Optional<AccessToken> use(String hash, Instant now) {
    var token = one("token_hash = :key", hash, now);
    token
        .filter(t -> t.lastUsedAt().filter(last -> now.isBefore(last.plus(NOTED))).isEmpty())
        .ifPresent(t -> note(t.id(), now));
    return token;
  }

  private void note(String id, Instant now) {
    transactions.single(handle ->
        handle
            .createUpdate("update access_tokens set last_used_at = :now where id = :id")
            .bind("now", now)
            .bind("id", id)
            .execute());
  }

  @Override
  public Optional<AccessToken> find(String id, Instant now) {
    return one("id = :key", id, now);
  }

  private Optional<AccessToken> one(String which, String key, Instant now) {
    return transactions.repeatable(handle ->
        handle
            .createQuery("select " + COLUMNS + " from access_tokens where " + which)
            .bind("key", key)
            .map((row, _) -> token(row))
            .findOne()
            .filter(token -> !token.isExpired(now)));
  }

  @Override
  public List<AccessToken> list() {
    return transactions.repeatable(handle ->
        handle
            .createQuery("select " + COLUMNS + " from access_tokens order by name")
            .map((row, _) -> token(row))
            .list());
  }

  @Override
  public Optional<AccessToken> revoke(String idOrName) {
    return transactions.single(handle ->
        handle
            .createQuery(
                "delete from access_tokens where id = :key or name = :key returning " + COLUMNS)
            .bind("key", PlainText.of(idOrName))
            .map((row, _) -> token(row))
            .findFirst());
  }

  private static AccessToken token(ResultSet row) throws SQLException {
    return new AccessToken(
        row.getString("id"),
        row.getString("name"),
        Scope.valueOf(row.getString("scope").toUpperCase(Locale.ROOT)),
        row.getString("token_hash"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        time(row, "expires_at"),
        time(row, "last_used_at"));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
