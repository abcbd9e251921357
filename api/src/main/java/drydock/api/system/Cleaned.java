package drydock.api.system;

import java.util.List;

/// What a cleaning removed, or would: its `kind` (`workspace`, `stray`, `upload`, `checkout`,
/// `setup`, `mirror`), its place below `DRYDOCK_HOME`, and what it took of the disk.
public record Cleaned(boolean dryRun, List<Item> removed) {
  public record Item(String kind, String name, long bytes) {}
}
