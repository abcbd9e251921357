package drydock.server.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/// One-time login codes of 128 random bits. They are kept in memory only: a restart forgets them
/// and prints a new one. Thread safe.
final class LoginCodes {
  private final ConcurrentHashMap<String, Instant> expiries = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Duration life;

  LoginCodes(InstantSource clock, RandomGenerator random, Duration life) {
    this.clock = clock;
    this.random = random;
    this.life = life;
  }

  String issue() {
    var now = clock.instant();
    expiries.values().removeIf(expiry -> !now.isBefore(expiry));
    var bytes = new byte[16];
    random.nextBytes(bytes);
    var code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    expiries.put(code, now.plus(life));
    return code;
  }

  boolean redeem(String code) {
    var expiry = expiries.remove(code);
    return expiry != null && clock.instant().isBefore(expiry);
  }
}
