package drydock.store;

import drydock.domain.RefusedException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A place in a list, newest first: stable while others are added. Its text is microseconds and id.
record Cursor(Instant at, String id) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,17})\\.(.+)");

  /// @param isId of what the list shows
  /// @throws RefusedException if no page ever said this
  static Cursor parse(String text, Predicate<String> isId) {
    var match = FORM.matcher(text);
    if (!match.matches() || !isId.test(match.group(2))) {
      throw new RefusedException(
          RefusedException.Code.BAD_REQUEST,
          "the cursor is not one that an earlier page gave: leave it out to start anew");
    }
    return new Cursor(
        Instant.EPOCH.plus(Long.parseLong(match.group(1)), ChronoUnit.MICROS), match.group(2));
  }

  @Override
  public String toString() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + id;
  }
}
