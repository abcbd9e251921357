package drydock.server.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import drydock.domain.Secret;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Sessions that nobody has to remember: `EXPIRY.NONCE.SEAL`, where the seal is an HMAC-SHA256 of
/// the rest under a key derived from the token. They outlive a restart, and end all at once when
/// the token changes. Thread safe.
final class Sessions {
  private static final Pattern FORM = Pattern.compile("(\\d{1,12})\\.([\\w-]{16})\\.([\\w-]{43})");

  private final SecretKeySpec key;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Duration life;

  Sessions(Secret token, InstantSource clock, RandomGenerator random, Duration life) {
    this.key = key(hmac(key(token.reveal().getBytes(UTF_8)), "drydock session 1"));
    this.clock = clock;
    this.random = random;
    this.life = life;
  }

  String begin() {
    var nonce = new byte[12];
    random.nextBytes(nonce);
    var body = clock.instant().plus(life).getEpochSecond() + "." + base64(nonce);
    return body + "." + seal(body);
  }

  boolean isValid(String session) {
    var parts = FORM.matcher(session);
    return parts.matches()
        && ConstantTime.equal(parts.group(3), seal(parts.group(1) + "." + parts.group(2)))
        && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts.group(1))));
  }

  private String seal(String body) {
    return base64(hmac(key, body));
  }

  private static SecretKeySpec key(byte[] bytes) {
    return new SecretKeySpec(bytes, "HmacSHA256");
  }

  private static byte[] hmac(SecretKeySpec key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
