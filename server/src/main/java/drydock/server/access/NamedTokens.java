package drydock.server.access;

import drydock.domain.Actor;
import drydock.domain.RefusedException;
import drydock.domain.RefusedException.Code;
import drydock.domain.Scope;
import drydock.domain.Sha256;
import drydock.domain.port.AccessTokens;
import drydock.domain.port.AccessTokens.AccessToken;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Tokens that have a name and a scope. Thread safe.
public final class NamedTokens {
  /// What all tokens of this server begin with, so that a scanner knows them.
  private static final String PREFIX = "dd_";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

  /// Names in the log that are somebody else's.
  private static final Set<String> TAKEN = Set.of(Actor.OPERATOR.name(), Actor.SYSTEM.name());

  private static final Duration LONGEST = Duration.ofDays(3650);

  private final AccessTokens tokens;
  private final InstantSource clock;
  private final RandomGenerator random;

  NamedTokens(AccessTokens tokens, InstantSource clock, RandomGenerator random) {
    this.tokens = tokens;
    this.clock = clock;
    this.random = random;
  }

  /// @param secret shown this once: only its hash is kept
  public record Made(AccessToken token, String secret) {}

  /// @param life none = until it is revoked
  public Made make(String name, Scope scope, Optional<Duration> life) {
    if (!NAME.matcher(name).matches() || TAKEN.contains(name)) {
      throw new RefusedException(
          Code.BAD_REQUEST,
          "a token's name is 1 to 64 letters, digits and . _ @ -, begins with a letter or digit,"
              + " and is not "
              + String.join(" or ", TAKEN.stream().sorted().toList()));
    }
    if (life.isPresent() && (!life.get().isPositive() || life.get().compareTo(LONGEST) > 0)) {
      throw new RefusedException(
          Code.BAD_REQUEST, "expiresIn is a duration of at most 3650 days, like P90D");
    }
    var secret = PREFIX + letters(32);
    var now = clock.instant();
    var token =
        new AccessToken(
            "t_" + letters(6),
            name,
            scope,
            Sha256.hex(secret),
            now,
            life.map(now::plus),
            Optional.empty());
    if (!tokens.add(token)) {
      throw new RefusedException(
          Code.CONFLICT, "there is a token named " + name + ": revoke it, or take another name");
    }
    return new Made(token, secret);
  }

  public List<AccessToken> list() {
    return tokens.list();
  }

  /// @return its id
  public String revoke(String idOrName) {
    return tokens
        .revoke(idOrName)
        .map(AccessToken::id)
        .orElseThrow(() -> new RefusedException(Code.NOT_FOUND, "there is no such token"));
  }

  Optional<Caller> byToken(String presented) {
    return tokens.use(Sha256.hex(presented), clock.instant()).map(NamedTokens::caller);
  }

  Optional<Caller> byId(String id) {
    return tokens.find(id, clock.instant()).map(NamedTokens::caller);
  }

  private static Caller caller(AccessToken token) {
    return new Caller(Actor.user(token.name()), token.scope(), Optional.of(token.id()));
  }

  private String letters(int bytes) {
    var letters = new byte[bytes];
    random.nextBytes(letters);
    return HexFormat.of().formatHex(letters);
  }
}
