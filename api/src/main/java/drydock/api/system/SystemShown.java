package drydock.api.system;

import java.util.List;

/// How Drydock is: `running` attempts of the `capacity` of this node, and the parts it needs.
public record SystemShown(
    boolean ready, String version, int running, int capacity, int queued, List<Part> parts) {
  public record Part(String name, boolean healthy, String detail) {}
}
