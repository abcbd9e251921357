package drydock.agent.tool;

import drydock.acp.PlanEntry;
import java.util.List;

/// Hears of a tool while it runs. Called from any thread.
public interface Progress {
  /// @param piece printed since the last call
  /// @param recent the end of what was printed so far
  void printed(String piece, String recent);

  void planned(List<PlanEntry> entries);
}
