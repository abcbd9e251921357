package drydock.engine.scheduler;

import drydock.domain.port.Queue.Waiting;
import drydock.domain.task.AttemptId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// In which order waiting attempts run: pure. The actor with the fewest running comes first, then
/// the oldest attempt, so that one person's hundred tasks do not hold up another's one.
public final class Decision {
  private Decision() {}

  /// The order in which the waiting would start if places came free one by one.
  ///
  /// @param running how many attempts of each actor run now, on all nodes
  public static List<AttemptId> order(List<Waiting> waiting, Map<String, Integer> running) {
    var load = new HashMap<>(running);
    var left = new ArrayList<>(waiting);
    var order = new ArrayList<AttemptId>();
    while (!left.isEmpty()) {
      var next =
          left.stream()
              .min(
                  Comparator.comparing((Waiting w) -> load.getOrDefault(w.actor(), 0))
                      .thenComparing(Waiting::since)
                      .thenComparing(w -> w.attempt().toString()))
              .orElseThrow();
      left.remove(next);
      load.merge(next.actor(), 1, Integer::sum);
      order.add(next.attempt());
    }
    return order;
  }
}
