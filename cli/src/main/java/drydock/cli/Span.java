package drydock.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/// A span of time as people write it.
final class Span {
  private static final Pattern SHORT = Pattern.compile("(\\d{1,6})([smhd])");

  private Span() {}

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
