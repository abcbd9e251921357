package drydock.server.edge;

import drydock.domain.RefusedException;
import drydock.domain.task.AttemptId;
import drydock.domain.task.State;
import drydock.domain.task.Task;
import drydock.domain.task.TaskId;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Values in addresses, checked.
public final class Query {
  private Query() {}

  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /// Refuses an address that cannot be decoded, before anybody tries to (RFC 3986, 2.1).
  public static void requireDecodable(Context ctx) {
    if (BROKEN_ESCAPE.matcher(ctx.req().getRequestURI()).find()) {
      throw bad("the address has a '%' without two hexadecimal digits: write it as %25");
    }
  }

  public static TaskId taskId(Context ctx) {
    var text = ctx.pathParam("id");
    if (!TaskId.isValid(text)) {
      throw notFound("there is no task " + text);
    }
    return new TaskId(text);
  }

  /// `?attempt=`, else the one whose result the task shows.
  public static AttemptId attempt(Context ctx, Task task) {
    var number = (int) number(ctx, "attempt", task.leading().id().number(), 1, Integer.MAX_VALUE);
    return attempt(task, number);
  }

  public static AttemptId attempt(Task task, int number) {
    if (number > task.attempts().size()) {
      throw notFound("task " + task.id() + " has no attempt " + number);
    }
    return task.attempt(number).id();
  }

  public static Optional<String> text(Context ctx, String name) {
    return Optional.ofNullable(ctx.queryParam(name)).filter(text -> !text.isBlank());
  }

  public static boolean flag(Context ctx, String name) {
    return switch (Objects.requireNonNullElse(ctx.queryParam(name), "false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw bad(name + " is true or false");
    };
  }

  /// A whole number of a range, or refused.
  public static long number(Context ctx, String name, long absent, long least, long most) {
    var text = ctx.queryParam(name);
    return text == null ? absent : number(name, text, least, most);
  }

  public static long number(String name, String text, long least, long most) {
    try {
      var number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw bad(name + " is a whole number from " + least + " to " + most);
  }

  /// `?state=running,waiting` or the parameter several times.
  public static Set<State> states(Context ctx) {
    return ctx.queryParams("state").stream()
        .flatMap(text -> Stream.of(text.split(",", -1)))
        .map(Query::state)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static State state(String text) {
    return Arrays.stream(State.values())
        .filter(state -> wireName(state).equals(text.strip()))
        .findFirst()
        .orElseThrow(() ->
            bad(
                Arrays.stream(State.values())
                    .map(Query::wireName)
                    .collect(Collectors.joining(", ", "state is one of ", ""))));
  }

  public static String wireName(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  public static RefusedException notFound(String message) {
    return new RefusedException(RefusedException.Code.NOT_FOUND, message);
  }

  public static RefusedException bad(String message) {
    return new RefusedException(RefusedException.Code.BAD_REQUEST, message);
  }
}
