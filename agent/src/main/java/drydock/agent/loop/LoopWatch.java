package drydock.agent.loop;

import drydock.agent.model.Message.ToolCall;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Notices a model that does the same again and again with the same result. A call that may have
/// changed something, and was not seen before, starts the count anew. Not thread safe.
final class LoopWatch {
  enum Verdict {
    FINE,
    WARN,
    STOP
  }

  private record Deed(String name, String arguments, int result) {}

  private static final Set<String> READING = Set.of("read", "search", "plan");
  private static final int WARN_AT = 3;
  private static final int STOP_AT = 5;

  private final Set<Deed> seen = new HashSet<>();
  private final Map<Deed, Integer> counts = new HashMap<>();

  Verdict did(ToolCall call, String result) {
    var deed = new Deed(call.name(), call.arguments(), result.hashCode());
    if (seen.add(deed) && !READING.contains(call.name())) {
      counts.clear();
    }
    var count = counts.merge(deed, 1, Integer::sum);
    if (count >= STOP_AT) {
      return Verdict.STOP;
    }
    return count == WARN_AT ? Verdict.WARN : Verdict.FINE;
  }
}
