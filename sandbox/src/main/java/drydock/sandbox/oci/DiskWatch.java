package drydock.sandbox.oci;

import drydock.sandbox.Sandbox;
import drydock.sandbox.oci.host.HostCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Adds up, every second, what each sandbox has written, and ends one that wrote more than it may.
/// Between two looks it can write more than its limit. Thread safe.
final class DiskWatch {
  private static final Pattern LINE = Pattern.compile("(\\d+)\t(/.*)");

  private record Allowance(List<Path> places, long bytes) {}

  private final Watch<Allowance> watch =
      new Watch<>("disk watch", Duration.ofSeconds(1), DiskWatch::look);

  /// Until the sandbox ends.
  void add(OciSandbox sandbox, List<Path> places, long bytes) {
    if (!places.isEmpty()) {
      watch.add(sandbox, new Allowance(places, bytes));
    }
  }

  private static void look(Map<OciSandbox, Allowance> watched) {
    var all = new LinkedHashSet<Path>();
    watched.values().forEach(allowance -> all.addAll(allowance.places()));
    var bytes = bytes(List.copyOf(all));
    watched.forEach((sandbox, allowance) -> {
      var written = allowance.places().stream().mapToLong(p -> bytes.getOrDefault(p, 0L)).sum();
      if (written > allowance.bytes()) {
        sandbox.end(Sandbox.Exit.Reason.DISK_LIMIT);
      }
    });
  }

  /// Blocks, not lengths: a sparse file takes what it holds. `du` follows no link, counts a file
  /// with several names once, and walks what is nested deeper than a path can say.
  static Map<Path, Long> bytes(List<Path> places) {
    if (places.isEmpty()) {
      return Map.of();
    }
    var command = new ArrayList<>(List.of("du", "-sx", "--block-size=1", "--"));
    places.forEach(place -> command.add(place.toString()));
    var bytes = new HashMap<Path, Long>();
    HostCommand.run(command)
        .output()
        .lines()
        .map(LINE::matcher)
        .filter(line -> line.matches())
        .forEach(line -> bytes.put(Path.of(line.group(2)), Long.valueOf(line.group(1))));
    return bytes;
  }
}
