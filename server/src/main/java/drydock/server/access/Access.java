package drydock.server.access;

import drydock.domain.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What proves that someone may ask: the token, or a session that was begun with it or with a
/// one-time code. Thread safe.
public final class Access {
  /// How long a login code can be used.
  public static final Duration CODE_LIFE = Duration.ofMinutes(10);

  /// How long a browser stays logged in.
  public static final Duration SESSION_LIFE = Duration.ofDays(30);

  private final Secret token;
  private final LoginCodes codes;
  private final Sessions sessions;

  /// @param token the content of the token file; a new one ends all sessions
  /// @param random cryptographically strong
  public Access(Secret token, InstantSource clock, RandomGenerator random) {
    if (token.reveal().length() < 16) {
      throw new IllegalArgumentException("the token is shorter than 16 characters");
    }
    this.token = token;
    this.codes = new LoginCodes(clock, random, CODE_LIFE);
    this.sessions = new Sessions(token, clock, random, SESSION_LIFE);
  }

  /// A fresh code: for ten minutes and one login, for the fragment of a URL (`/#login=CODE`), which
  /// browsers do not send.
  public String newLoginCode() {
    return codes.issue();
  }

  public boolean isToken(String presented) {
    return ConstantTime.equal(presented, token.reveal());
  }

  public boolean isSession(String cookie) {
    return sessions.isValid(cookie);
  }

  /// A session for the code, which is spent by this.
  public Optional<String> sessionForCode(String code) {
    return codes.redeem(code) ? Optional.of(sessions.begin()) : Optional.empty();
  }

  public Optional<String> sessionForToken(String presented) {
    return isToken(presented) ? Optional.of(sessions.begin()) : Optional.empty();
  }
}
