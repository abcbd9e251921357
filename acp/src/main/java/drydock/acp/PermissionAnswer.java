package drydock.acp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// What the host answers to a [PermissionRequest].
public sealed interface PermissionAnswer {
  /// @param reason why, in words for the agent: an extension (`_meta."drydock.dev/reason"`)
  record Selected(String optionId, Optional<String> reason) implements PermissionAnswer {}

  /// The turn was cancelled, or nobody answered.
  record Cancelled() implements PermissionAnswer {}

  String REASON = "drydock.dev/reason";

  default JsonNode json() {
    var node = Json.object();
    var outcome = node.putObject("outcome");
    switch (this) {
      case Selected(var id, var reason) -> {
        outcome.put("outcome", "selected").put("optionId", id);
        reason.ifPresent(text -> node.putObject("_meta").put(REASON, text));
      }
      case Cancelled() -> outcome.put("outcome", "cancelled");
    }
    return node;
  }

  static PermissionAnswer of(JsonNode node) {
    var outcome = node.path("outcome");
    return Json.text(outcome, "outcome").equals("selected")
        ? new Selected(
            Json.text(outcome, "optionId"), Json.optionalText(node.path("_meta"), REASON))
        : new Cancelled();
  }
}
