package drydock.acp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// What a tool call shows.
public sealed interface ToolContent {
  record Content(ContentBlock block) implements ToolContent {}

  /// A file's text before and after. No `oldText` = the file is new.
  record Diff(String path, Optional<String> oldText, String newText) implements ToolContent {}

  /// A type this side does not know.
  record Other(String type) implements ToolContent {}

  static ToolContent text(String text) {
    return new Content(new ContentBlock.Text(text));
  }

  default JsonNode json() {
    var node = Json.object();
    return switch (this) {
      case Content(var block) -> node.put("type", "content").set("content", block.json());
      case Diff(var path, var oldText, var newText) -> {
        node.put("type", "diff").put("path", path);
        oldText.ifPresent(text -> node.put("oldText", text));
        yield node.put("newText", newText);
      }
      case Other(var type) -> node.put("type", type);
    };
  }

  static ToolContent of(JsonNode node) {
    return switch (Json.text(node, "type")) {
      case "content" -> new Content(ContentBlock.of(node.path("content")));
      case "diff" ->
          new Diff(
              Json.text(node, "path"),
              Json.optionalText(node, "oldText"),
              Json.text(node, "newText"));
      case String type -> new Other(type);
    };
  }

  static List<ToolContent> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(ToolContent::of).toList();
  }
}
