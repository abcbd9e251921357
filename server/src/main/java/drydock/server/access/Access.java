package drydock.server.access;

import drydock.domain.Secret;
import drydock.domain.port.AccessTokens;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What proves that someone may ask: the operator's token, a named one, or a session that was begun
/// with either or with a one-time code. Thread safe.
public final class Access {
  /// How long a login code can be used.
  public static final Duration CODE_LIFE = Duration.ofMinutes(10);

  /// How long a browser stays logged in.
  public static final Duration SESSION_LIFE = Duration.ofDays(30);

  private final Secret token;
  private final LoginCodes codes;
  private final Sessions sessions;
  private final NamedTokens named;

  /// @param token the content of the token file; a new one ends all sessions
  /// @param random cryptographically strong
  public Access(Secret token, AccessTokens named, InstantSource clock, RandomGenerator random) {
    if (token.reveal().length() < 16) {
      throw new IllegalArgumentException("the token is shorter than 16 characters");
    }
    this.token = token;
    this.codes = new LoginCodes(clock, random, CODE_LIFE);
    this.sessions = new Sessions(token, clock, random, SESSION_LIFE);
    this.named = new NamedTokens(named, clock, random);
  }

  /// A fresh code: for ten minutes and one login, for the fragment of a URL (`/#login=CODE`), which
  /// browsers do not send.
  public String newLoginCode() {
    return codes.issue();
  }

  public NamedTokens named() {
    return named;
  }

  public Optional<Caller> byToken(String presented) {
    return ConstantTime.equal(presented, token.reveal())
        ? Optional.of(Caller.OPERATOR)
        : named.byToken(presented);
  }

  public Optional<Caller> bySession(String cookie) {
    return sessions.owner(cookie).flatMap(this::caller);
  }

  /// Whether what they came in with still opens: a stream outlives many a token.
  public boolean isStill(Caller caller) {
    return caller(caller.token()).isPresent();
  }

  /// @param token the id of a named one
  private Optional<Caller> caller(Optional<String> token) {
    return token.isEmpty() ? Optional.of(Caller.OPERATOR) : named.byId(token.get());
  }

  /// A session for the code, which is spent by this.
  public Optional<String> sessionForCode(String code) {
    return codes.redeem(code) ? Optional.of(sessions.begin(Optional.empty())) : Optional.empty();
  }

  public Optional<String> sessionForToken(String presented) {
    return byToken(presented).map(caller -> sessions.begin(caller.token()));
  }
}
