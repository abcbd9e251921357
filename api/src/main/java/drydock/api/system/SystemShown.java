package drydock.api.system;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How Drydock is: `running` attempts of the `capacity` of this node, and the parts it needs.
///
/// @param oldestQueuedAt since when the one waits that has waited longest
public record SystemShown(
    boolean ready,
    String version,
    int running,
    int capacity,
    int queued,
    Optional<Instant> oldestQueuedAt,
    List<Part> parts,
    Disk disk) {
  public record Part(String name, boolean healthy, String detail) {}

  /// In bytes.
  ///
  /// @param floor below which nothing new is begun
  /// @param cacheBudget what may lie in caches that nothing needs
  /// @param used what lies in the home; absent until it was measured
  public record Disk(long free, long total, long floor, long cacheBudget, Optional<Used> used) {}

  public record Used(Instant at, Duration took, List<Kind> kinds) {}

  /// @param entries how many things it is
  public record Kind(String kind, long bytes, int entries) {}
}
