package drydock.engine.keep;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Something that can be made again, and that nothing needs just now.
record Cached(Removed.Kind kind, Path folder, Instant lastUse, long bytes) {

  /// The least recently used, until what is left fits. Pure.
  static List<Cached> beyond(long budget, List<Cached> all) {
    var total = all.stream().mapToLong(Cached::bytes).sum();
    var gone = new ArrayList<Cached>();
    for (var each : all.stream().sorted(Comparator.comparing(Cached::lastUse)).toList()) {
      if (total <= budget) {
        break;
      }
      gone.add(each);
      total -= each.bytes();
    }
    return gone;
  }
}
