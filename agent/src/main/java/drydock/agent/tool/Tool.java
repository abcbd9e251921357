package drydock.agent.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.acp.ToolKind;

/// Something a model can use. Thread safe; calls of one turn come one after the other.
public interface Tool {
  /// As the model calls it.
  String name();

  ToolKind kind();

  /// What this call is, for a person: one line.
  String title(ObjectNode arguments);

  /// A failure is an outcome. An interrupt stops what was started.
  Outcome run(ObjectNode arguments, Progress progress) throws InterruptedException;
}
