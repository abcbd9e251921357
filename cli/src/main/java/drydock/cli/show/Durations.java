package drydock.cli.show;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/// Spans of time as people read them.
public final class Durations {
  private Durations() {}

  /// `0.4 s`, `12.3 s`, `3 min 20 s`, `2 h 5 min`.
  public static String show(Duration span) {
    if (span.toSeconds() < 60) {
      return String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1000.0);
    }
    return span.toHours() == 0
        ? "%d min %d s".formatted(span.toMinutes(), span.toSecondsPart())
        : "%d h %d min".formatted(span.toHours(), span.toMinutesPart());
  }

  /// An ISO 8601 span of the wire; what is none is shown as it is.
  public static String show(String iso) {
    try {
      return show(Duration.parse(iso));
    } catch (DateTimeParseException _) {
      return iso;
    }
  }
}
