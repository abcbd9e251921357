package drydock.door.gateway;

import drydock.door.provider.Patience;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.http.HttpFields;

/// Whether a call that failed is tried again, and when. Only calls of whose answer nothing was
/// passed on come here.
record Retry(Patience patience, RandomGenerator random) {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /// Overload and accidents pass; a wrong request, a wrong key and an empty account do not.
  static boolean passes(int status, HttpFields headers, String body) {
    var hint = headers.get("x-should-retry");
    if (hint != null) {
      return Boolean.parseBoolean(hint);
    }
    return switch (status) {
      case 429 -> !body.contains("insufficient_quota");
      case 408, 409 -> true;
      case 501, 505 -> false;
      default -> status >= 500;
    };
  }

  /// `Retry-After` in seconds or as a date (RFC 9110 section 10.2.3), or OpenAI's `retry-after-ms`.
  static Optional<Duration> asked(HttpFields headers, Instant now) {
    var millis = headers.get("retry-after-ms");
    var after = headers.get("retry-after");
    try {
      if (millis != null) {
        return Optional.of(Duration.ofMillis((long) Double.parseDouble(millis)));
      }
      if (after == null) {
        return Optional.empty();
      }
      if (after.strip().matches("\\d{1,7}(\\.\\d+)?")) {
        return Optional.of(Duration.ofMillis((long) (Double.parseDouble(after) * 1000)));
      }
      var date = ZonedDateTime.parse(after.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
      var wait = Duration.between(now, date.toInstant());
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (NumberFormatException | DateTimeException _) {
      return Optional.empty();
    }
  }

  /// The pause before the next try, or none: that was the last.
  ///
  /// @param tries so far, from 1
  /// @param elapsed since the first began
  Optional<Duration> pause(int tries, Duration elapsed, Optional<Duration> asked) {
    if (tries >= patience.tries()) {
      return Optional.empty();
    }
    var pause = asked.orElseGet(() -> backOff(tries));
    return elapsed.plus(pause).compareTo(patience.total()) > 0
        ? Optional.empty()
        : Optional.of(pause);
  }

  /// Doubles each time; the second half of it is random, so that those who failed together do not
  /// come back together.
  private Duration backOff(int tries) {
    var full = patience.backOff().multipliedBy(1L << Math.min(tries - 1, 16));
    var most = full.compareTo(LONGEST) > 0 ? LONGEST : full;
    return Duration.ofMillis((long) (most.toMillis() * (0.5 + random.nextDouble() / 2)));
  }
}
