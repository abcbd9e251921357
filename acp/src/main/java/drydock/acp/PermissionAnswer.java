package drydock.acp;

import com.fasterxml.jackson.databind.JsonNode;

/// What the host answers to a [PermissionRequest].
public sealed interface PermissionAnswer {
  record Selected(String optionId) implements PermissionAnswer {}

  /// The turn was cancelled, or nobody answered.
  record Cancelled() implements PermissionAnswer {}

  default JsonNode json() {
    var node = Json.object();
    var outcome = node.putObject("outcome");
    switch (this) {
      case Selected(var id) -> outcome.put("outcome", "selected").put("optionId", id);
      case Cancelled() -> outcome.put("outcome", "cancelled");
    }
    return node;
  }
}
