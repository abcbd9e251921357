package drydock.door.dialect;

import com.fasterxml.jackson.databind.JsonNode;

/// A tool the model wants used.
///
/// @param arguments an object; or a text, when the model wrote no valid JSON, or the tool takes
///   free text (a `custom_tool_call` of Responses)
public record ToolCall(String name, JsonNode arguments) {
  /// As the wire has it: JSON text, or the text itself.
  public String argumentsText() {
    return arguments.isTextual() ? arguments.asText() : Json.write(arguments);
  }

  /// Reads arguments that arrived as text: none = an empty object, invalid JSON = the text itself.
  static ToolCall of(String name, String arguments) {
    var tree = arguments.isBlank() ? Json.object() : Json.parse(arguments);
    return new ToolCall(
        name, tree.isObject() ? tree : Json.MAPPER.getNodeFactory().textNode(arguments));
  }
}
