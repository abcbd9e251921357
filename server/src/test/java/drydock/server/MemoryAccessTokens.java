package drydock.server;

import drydock.domain.port.AccessTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Tokens in memory.
final class MemoryAccessTokens implements AccessTokens {
  private final List<AccessToken> tokens = new ArrayList<>();

  @Override
  public synchronized boolean add(AccessToken token) {
    return tokens.stream().noneMatch(t -> t.name().equals(token.name())) && tokens.add(token);
  }

  @Override
  public synchronized Optional<AccessToken> use(String hash, Instant now) {
    var used = one(t -> t.hash().equals(hash) && !t.isExpired(now));
    used.filter(t -> t.lastUsedAt().filter(at -> at.plus(MINUTE).isAfter(now)).isEmpty())
        .ifPresent(t -> tokens.set(tokens.indexOf(t), used(t, now)));
    return used;
  }

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static AccessToken used(AccessToken t, Instant now) {
    return new AccessToken(
        t.id(), t.name(), t.scope(), t.hash(), t.createdAt(), t.expiresAt(), Optional.of(now));
  }

  @Override
  public synchronized Optional<AccessToken> find(String id, Instant now) {
    return one(t -> t.id().equals(id) && !t.isExpired(now));
  }

  @Override
  public synchronized List<AccessToken> list() {
    return tokens.stream().sorted(Comparator.comparing(AccessToken::name)).toList();
  }

  @Override
  public synchronized Optional<AccessToken> revoke(String idOrName) {
    var revoked = one(t -> t.id().equals(idOrName) || t.name().equals(idOrName));
    revoked.ifPresent(tokens::remove);
    return revoked;
  }

  private Optional<AccessToken> one(Predicate<AccessToken> which) {
    return tokens.stream().filter(which).findFirst();
  }
}
