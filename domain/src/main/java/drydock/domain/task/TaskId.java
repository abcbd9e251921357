package drydock.domain.task;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// A task's name: `yyyymmdd_` and ten characters of Crockford base32 in lower case. Sorts by day,
/// cannot be guessed (50 random bits a day).
public record TaskId(String value) implements Comparable<TaskId> {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final Pattern FORM = Pattern.compile("\\d{8}_[" + ALPHABET + "]{10}");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneOffset.UTC);

  /// @throws IllegalArgumentException if the text is not of this form
  public TaskId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a task id: " + value);
    }
  }

  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  public static TaskId of(Instant now, RandomGenerator random) {
    var id = new StringBuilder(DAY.format(now)).append('_');
    for (var i = 0; i < 10; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new TaskId(id.toString());
  }

  /// A source of fresh ids. Thread safe.
  public static Supplier<TaskId> source(java.time.InstantSource clock) {
    var random = new SecureRandom();
    return () -> of(clock.instant(), random);
  }

  @Override
  public int compareTo(TaskId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
