package drydock.agent.model;

import java.util.List;
import java.util.OptionalInt;

/// All that a model is sent for one answer.
///
/// @param maxOutputTokens none = the server's own limit
public record Prompt(
    String system, List<Message> history, List<ToolSpec> tools, OptionalInt maxOutputTokens) {
  public Prompt {
    history = List.copyOf(history);
    tools = List.copyOf(tools);
  }
}
