package drydock.api.system;

import java.util.List;

/// The agents that tasks may name.
public record AgentList(List<AgentShown> agents) {
  public record AgentShown(String name) {}
}
