package drydock.engine.runner.output;

import drydock.domain.event.EventBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Text as it goes into events and answers.
public final class Texts {
  private static final int MAX_JOINED = 16 * 1024;

  private Texts() {}

  /// Adds the body, or joins it to the last one where both are pieces of one text.
  public static void add(List<EventBody> bodies, EventBody body) {
    var one = bodies.isEmpty() ? null : joined(bodies.getLast(), body);
    if (one == null) {
      bodies.add(body);
    } else {
      bodies.set(bodies.size() - 1, one);
    }
  }

  private static @Nullable EventBody joined(EventBody last, EventBody next) {
    if (last instanceof EventBody.AgentSaid(var a)
        && next instanceof EventBody.AgentSaid(var b)
        && a.length() + b.length() <= MAX_JOINED) {
      return new EventBody.AgentSaid(a + b);
    }
    if (last instanceof EventBody.AgentThought(var a)
        && next instanceof EventBody.AgentThought(var b)
        && a.length() + b.length() <= MAX_JOINED) {
      return new EventBody.AgentThought(a + b);
    }
    if (last instanceof EventBody.OutputWritten(var p, var a)
        && next instanceof EventBody.OutputWritten(var q, var b)
        && p == q
        && a.length() + b.length() <= MAX_JOINED) {
      return new EventBody.OutputWritten(p, a + b);
    }
    return null;
  }

  /// The last lines, at most this many characters.
  public static String tail(String text, int characters) {
    var stripped = text.stripTrailing();
    if (stripped.length() <= characters) {
      return stripped;
    }
    var cut = stripped.length() - characters;
    var line = stripped.indexOf('\n', cut);
    return "..." + stripped.substring(line < 0 || line == stripped.length() - 1 ? cut : line);
  }

  public static String head(String text, int characters) {
    return text.length() <= characters ? text : text.substring(0, characters) + "...";
  }
}
