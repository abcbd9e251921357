package drydock.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/// Spans of time as people read and write them.
final class Durations {
  private static final Pattern SHORT = Pattern.compile("(\\d{1,6})([smhd])");

  private Durations() {}

  /// `0.4 s`, `12.3 s`, `3 min 20 s`, `2 h 5 min`.
  static String show(Duration span) {
    if (span.toSeconds() < 60) {
      return String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1000.0);
    }
    return span.toHours() == 0
        ? "%d min %d s".formatted(span.toMinutes(), span.toSecondsPart())
        : "%d h %d min".formatted(span.toHours(), span.toMinutesPart());
  }

  /// An ISO 8601 span of the wire; what is none is shown as it is.
  static String show(String iso) {
    try {
      return show(Duration.parse(iso));
    } catch (DateTimeParseException _) {
      return iso;
    }
  }

  /// `90s`, `30m`, `12h`, `7d`, or ISO 8601.
  static Duration parse(String text) {
    var written = SHORT.matcher(text);
    if (written.matches()) {
      var count = Long.parseLong(written.group(1));
      return switch (written.group(2)) {
        case "s" -> Duration.ofSeconds(count);
        case "m" -> Duration.ofMinutes(count);
        case "h" -> Duration.ofHours(count);
        default -> Duration.ofDays(count);
      };
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException _) {
      throw new CliException(
          ExitCode.USAGE, "'" + text + "' is no span of time; write 90s, 30m, 12h or 7d");
    }
  }
}
