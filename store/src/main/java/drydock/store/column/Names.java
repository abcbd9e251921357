package drydock.store.column;

import drydock.domain.Actor;
import drydock.domain.event.EventBody;
import drydock.domain.task.State;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names as SQL has them: lower case, with underscores.
public final class Names {
  private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private Names() {}

  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  public static String type(EventBody body) {
    return WORD_START
        .matcher(body.getClass().getSimpleName())
        .replaceAll("_")
        .toLowerCase(Locale.ROOT);
  }

  public static State state(String name) {
    return State.valueOf(name.toUpperCase(Locale.ROOT));
  }

  public static Actor actor(String kind, String name) {
    return new Actor(Actor.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), name);
  }
}
