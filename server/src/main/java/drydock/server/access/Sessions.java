package drydock.server.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import drydock.domain.Secret;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Sessions that nobody has to remember: `EXPIRY.NONCE.OWNER.SEAL`, where the owner is the id of
/// the named token that began it, or nothing, and the seal is an HMAC-SHA256 of the rest under a
/// key derived from the operator's token. They outlive a restart, and end all at once when that
/// token changes. Thread safe.
final class Sessions {
  private static final Pattern FORM =
      Pattern.compile("((\\d{1,12})\\.[\\w-]{16}\\.(\\w*))\\.([\\w-]{43})");

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

  /// @param owner the id of a named token; none = the operator
  String begin(Optional<String> owner) {
    var nonce = new byte[12];
    random.nextBytes(nonce);
    var expiry = clock.instant().plus(life).getEpochSecond();
    var body = expiry + "." + base64(nonce) + "." + owner.orElse("");
    return body + "." + seal(body);
  }

  /// Whose session it is, as in [#begin]; none = it is none, or has ended.
  Optional<Optional<String>> owner(String session) {
    var parts = FORM.matcher(session);
    var isValid =
        parts.matches()
            && ConstantTime.equal(parts.group(4), seal(parts.group(1)))
            && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts.group(2))));
    return isValid
        ? Optional.of(Optional.of(parts.group(3)).filter(owner -> !owner.isEmpty()))
        : Optional.empty();
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
