package drydock.acp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// An agent asks before it uses a tool.
///
/// @param call the tool call's id
/// @param title what the call is, or empty
public record PermissionRequest(
    String call, String title, Optional<JsonNode> rawInput, List<Option> options) {
  public PermissionRequest {
    options = List.copyOf(options);
  }

  /// One possible answer.
  ///
  /// @param kind `allow_once`, `allow_always`, `reject_once`, `reject_always`
  public record Option(String id, String name, String kind) {}

  /// The answer that lets this one call happen, if the agent offers one.
  public PermissionAnswer allow() {
    return first("allow_once", "allow_always");
  }

  /// The answer that forbids this one call; "cancelled" if the agent offers none.
  public PermissionAnswer reject() {
    return first("reject_once", "reject_always");
  }

  private PermissionAnswer first(String... kinds) {
    for (var kind : kinds) {
      for (var option : options) {
        if (option.kind().equals(kind)) {
          return new PermissionAnswer.Selected(option.id());
        }
      }
    }
    return new PermissionAnswer.Cancelled();
  }

  static PermissionRequest of(JsonNode params) {
    var call = params.path("toolCall");
    return new PermissionRequest(
        Json.text(call, "toolCallId"),
        Json.text(call, "title"),
        Json.optional(call, "rawInput"),
        StreamSupport.stream(params.path("options").spliterator(), false)
            .map(o ->
                new Option(Json.text(o, "optionId"), Json.text(o, "name"), Json.text(o, "kind")))
            .toList());
  }
}
