package drydock.sandbox.oci;

import drydock.sandbox.Sandbox;
import drydock.sandbox.oci.host.DiskUse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Adds up, every second, what each sandbox has written, and ends one that wrote more than it may.
/// Between two looks it can write more than its limit. Thread safe.
final class DiskWatch {
  private record Allowance(List<Path> places, long bytes) {}

  private final DiskUse disk;
  private final Watch<Allowance> watch =
      new Watch<>("disk watch", Duration.ofSeconds(1), this::look);

  DiskWatch(DiskUse disk) {
    this.disk = disk;
  }

  /// Until the sandbox ends.
  ///
  /// @param places all that it can write to
  /// @param untouched what lies there already and is not its own
  /// @param bytes what it may write
  void add(OciSandbox sandbox, List<Path> places, List<Path> untouched, long bytes) {
    if (!places.isEmpty()) {
      watch.add(sandbox, new Allowance(places, bytes + sum(untouched, disk.bytes(untouched))));
    }
  }

  private void look(Map<OciSandbox, Allowance> watched) {
    var all = new LinkedHashSet<Path>();
    watched.values().forEach(allowance -> all.addAll(allowance.places()));
    var bytes = disk.bytes(List.copyOf(all));
    watched.forEach((sandbox, allowance) -> {
      if (sum(allowance.places(), bytes) > allowance.bytes()) {
        sandbox.end(Sandbox.Exit.Reason.DISK_LIMIT);
      }
    });
  }

  private static long sum(List<Path> places, Map<Path, Long> bytes) {
    return places.stream().mapToLong(place -> bytes.getOrDefault(place, 0L)).sum();
  }
}
