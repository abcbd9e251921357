package drydock.agent.loop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.agent.model.Json;
import drydock.agent.model.Message;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// A message as a line of the session file, and back.
final class MessageCodec {
  private MessageCodec() {}

  static ObjectNode write(Message message) {
    return switch (message) {
      case Message.User(var text, var pictures, var word) -> {
        var node = Json.object().put("type", "user").put("text", text);
        var array = node.putArray("pictures");
        pictures.forEach(
            p -> array.addObject().put("mimeType", p.mimeType()).put("data", p.data()));
        word.ifPresent(id -> node.put("word", id));
        yield node;
      }
      case Message.Assistant(var text, var calls, var verbatim) -> {
        var node = Json.object().put("type", "assistant").put("text", text);
        var array = node.putArray("calls");
        calls.forEach(c ->
            array
                .addObject()
                .put("id", c.id())
                .put("name", c.name())
                .put("arguments", c.arguments()));
        verbatim.ifPresent(v -> node.put("dialect", v.dialect()).set("verbatim", v.content()));
        yield node;
      }
      case Message.ToolResult(var id, var text, var failed) ->
          Json.object()
              .put("type", "result")
              .put("call", id)
              .put("text", text)
              .put("failed", failed);
    };
  }

  /// None if it is no message: a damaged file, or one of another version.
  static Optional<Message> read(JsonNode node) {
    var text = node.path("text").asText("");
    return switch (node.path("type").asText("")) {
      case "user" ->
          Optional.of(
              new Message.User(
                  text,
                  StreamSupport.stream(node.path("pictures").spliterator(), false)
                      .map(MessageCodec::picture)
                      .toList(),
                  Optional.of(node.path("word").asText("")).filter(id -> !id.isEmpty())));
      case "assistant" ->
          Optional.of(
              new Message.Assistant(
                  text,
                  StreamSupport.stream(node.path("calls").spliterator(), false)
                      .map(MessageCodec::call)
                      .toList(),
                  node.has("verbatim")
                      ? Optional.of(
                          new Message.Verbatim(
                              node.path("dialect").asText(""), node.path("verbatim")))
                      : Optional.empty()));
      case "result" ->
          Optional.of(
              new Message.ToolResult(
                  node.path("call").asText(""), text, node.path("failed").asBoolean()));
      default -> Optional.empty();
    };
  }

  private static Message.Picture picture(JsonNode node) {
    return new Message.Picture(node.path("mimeType").asText(""), node.path("data").asText(""));
  }

  private static Message.ToolCall call(JsonNode node) {
    return new Message.ToolCall(
        node.path("id").asText(""),
        node.path("name").asText(""),
        node.path("arguments").asText(""));
  }
}
