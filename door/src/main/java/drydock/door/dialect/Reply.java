package drydock.door.dialect;

import java.util.List;
import java.util.Optional;

/// What a model answered, whatever the dialect.
public record Reply(String text, Optional<String> thinking, List<ToolCall> toolCalls, Stop stop) {
  public static final Reply EMPTY = new Reply("", Optional.empty(), List.of(), Stop.CUT);

  public Reply {
    toolCalls = List.copyOf(toolCalls);
  }

  /// Why the model stopped.
  public enum Stop {
    END,
    TOOLS,
    LENGTH,
    REFUSED,
    /// The answer broke off: the model never said.
    CUT
  }
}
