package drydock.acp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// A piece of what a person or an agent says.
public sealed interface ContentBlock {
  /// @param word in a prompt, which of a person's words it is: an extension
  ///   (`_meta."drydock.dev/word"`), whose ids grow
  record Text(String text, Optional<String> word) implements ContentBlock {
    public Text(String text) {
      this(text, Optional.empty());
    }
  }

  /// @param data base64
  record Image(String mimeType, String data) implements ContentBlock {}

  record ResourceLink(String name, String uri) implements ContentBlock {}

  /// A file's text, sent along.
  record Resource(String uri, String text) implements ContentBlock {}

  /// A type this side does not know.
  record Other(String type) implements ContentBlock {}

  /// What a reader of text sees of it.
  default String asText() {
    return switch (this) {
      case Text(var text, var _) -> text;
      case Image(var type, var _) -> "[" + type + "]";
      case ResourceLink(var name, var uri) -> "[" + name + "](" + uri + ")";
      case Resource(var uri, var text) -> uri + ":\n" + text;
      case Other(var type) -> "[" + type + "]";
    };
  }

  default JsonNode json() {
    var node = Json.object();
    return switch (this) {
      case Text(var text, var word) -> {
        node.put("type", "text").put("text", text);
        word.ifPresent(id -> node.putObject("_meta").put(UpdateCodec.WORD, id));
        yield node;
      }
      case Image(var mimeType, var data) ->
          node.put("type", "image").put("mimeType", mimeType).put("data", data);
      case ResourceLink(var name, var uri) ->
          node.put("type", "resource_link").put("name", name).put("uri", uri);
      case Resource(var uri, var text) -> {
        node.put("type", "resource").putObject("resource").put("uri", uri).put("text", text);
        yield node;
      }
      case Other(var type) -> node.put("type", type);
    };
  }

  static ContentBlock of(JsonNode node) {
    var resource = node.path("resource");
    return switch (Json.text(node, "type")) {
      case "text" ->
          new Text(
              Json.text(node, "text"), Json.optionalText(node.path("_meta"), UpdateCodec.WORD));
      case "image" -> new Image(Json.text(node, "mimeType"), Json.text(node, "data"));
      case "resource_link" -> new ResourceLink(Json.text(node, "name"), Json.text(node, "uri"));
      case "resource" -> new Resource(Json.text(resource, "uri"), Json.text(resource, "text"));
      case String type -> new Other(type);
    };
  }
}
