package drydock.store;

import drydock.domain.RefusedException;
import drydock.domain.task.TaskId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/// The place of a task in the list, newest first: stable while others are added. Its text is
/// microseconds and id.
record Cursor(Instant createdAt, TaskId id) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,17})\\.(.+)");

  /// @throws RefusedException if no [Page#next] ever said this
  static Cursor parse(String text) {
    var match = FORM.matcher(text);
    if (!match.matches() || !TaskId.isValid(match.group(2))) {
      throw new RefusedException(
          RefusedException.Code.BAD_REQUEST,
          "the cursor is not one that an earlier page gave: leave it out to start anew");
    }
    return new Cursor(
        Instant.EPOCH.plus(Long.parseLong(match.group(1)), ChronoUnit.MICROS),
        new TaskId(match.group(2)));
  }

  @Override
  public String toString() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, createdAt) + "." + id;
  }
}
