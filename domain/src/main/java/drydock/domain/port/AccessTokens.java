package drydock.domain.port;

import drydock.domain.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Named API tokens. Only a hash of each is kept. Thread safe.
public interface AccessTokens {
  /// @param name of one living token; the actor of all that is done with it
  /// @param hash SHA-256 of the token, in hex. No slow hash: the token is 256 random bits, which
  ///   nobody guesses however fast; a slow one is for passwords, and would make each request slow
  /// @param expiresAt none = never
  /// @param lastUsedAt to the minute; none = not yet
  record AccessToken(
      String id,
      String name,
      Scope scope,
      String hash,
      Instant createdAt,
      Optional<Instant> expiresAt,
      Optional<Instant> lastUsedAt) {
    public boolean isExpired(Instant now) {
      return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
    }
  }

  /// @return false if there is a token of this name
  boolean add(AccessToken token);

  /// The token with this hash, unless it has expired. Its use is noted, at most once a minute.
  Optional<AccessToken> use(String hash, Instant now);

  /// The token, if it is still there and has not expired.
  Optional<AccessToken> find(String id, Instant now);

  /// By name; expired ones too.
  List<AccessToken> list();

  /// From now on it opens nothing.
  ///
  /// @return the one that was, or none
  Optional<AccessToken> revoke(String idOrName);
}
