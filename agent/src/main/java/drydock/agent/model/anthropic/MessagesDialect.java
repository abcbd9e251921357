package drydock.agent.model.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.agent.model.Dialect;
import drydock.agent.model.Json;
import drydock.agent.model.Live;
import drydock.agent.model.Message;
import drydock.agent.model.Prompt;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Anthropic's Messages, with the prompt cached up to the newest message, and thinking sent back as
/// it came.
public final class MessagesDialect implements Dialect {
  static final String NAME = "anthropic_messages";

  /// The API asks for a limit; this one fits every model since Claude 3.7.
  private static final int DEFAULT_MAX_TOKENS = 16_384;

  private final String model;
  private final Optional<String> key;

  public MessagesDialect(String model, Optional<String> key) {
    this.model = model;
    this.key = key;
  }

  @Override
  public String path() {
    return "/v1/messages";
  }

  @Override
  public Map<String, String> headers() {
    var headers = new HashMap<>(Map.of("anthropic-version", "2023-06-01"));
    key.ifPresent(k -> headers.put("x-api-key", k));
    return headers;
  }

  @Override
  public ObjectNode request(Prompt prompt) {
    var request =
        Json.object()
            .put("model", model)
            .put("max_tokens", prompt.maxOutputTokens().orElse(DEFAULT_MAX_TOKENS));
    cached(request.putArray("system").addObject().put("type", "text").put("text", prompt.system()));
    var messages = request.putArray("messages");
    prompt.history().forEach(message -> add(messages, message));
    cacheUpToHere(messages);
    if (!prompt.tools().isEmpty()) {
      var tools = request.putArray("tools");
      for (var tool : prompt.tools()) {
        tools
            .addObject()
            .put("name", tool.name())
            .put("description", tool.description())
            .set("input_schema", tool.parameters());
      }
    }
    return request.put("stream", true);
  }

  @Override
  public Fold fold(Live live) {
    return new MessagesFold(live);
  }

  @Override
  public boolean adapt(String complaint) {
    return false;
  }

  private static void add(ArrayNode messages, Message message) {
    switch (message) {
      case Message.User(var text, var pictures, var _) -> {
        var content = turnOf(messages, "user");
        // An empty text is refused.
        if (!text.isBlank()) {
          content.addObject().put("type", "text").put("text", text);
        }
        pictures.forEach(picture -> content.add(picture(picture)));
      }
      case Message.Assistant answer -> {
        if (!answer.isEmpty()) {
          add(turnOf(messages, "assistant"), answer);
        }
      }
      case Message.ToolResult(var id, var text, var failed) -> {
        var result =
            turnOf(messages, "user").addObject().put("type", "tool_result").put("tool_use_id", id);
        result.put("content", text);
        if (failed) {
          result.put("is_error", true);
        }
      }
    }
  }

  /// The content of the last message if it is this role's, else of a new one: roles take turns.
  private static ArrayNode turnOf(ArrayNode messages, String role) {
    var last = messages.path(messages.size() - 1);
    return last.path("role").asText("").equals(role) && last.get("content") instanceof ArrayNode a
        ? a
        : messages.addObject().put("role", role).putArray("content");
  }

  private static void add(ArrayNode content, Message.Assistant answer) {
    var verbatim = answer.verbatim().filter(v -> v.dialect().equals(NAME));
    if (verbatim.isPresent()) {
      verbatim.get().content().forEach((JsonNode block) -> content.add(block.deepCopy()));
      return;
    }
    if (!answer.text().isBlank()) {
      content.addObject().put("type", "text").put("text", answer.text());
    }
    for (var call : answer.calls()) {
      content
          .addObject()
          .put("type", "tool_use")
          .put("id", call.id())
          .put("name", call.name())
          .set("input", Json.parseObject(call.arguments()).orElseGet(Json::object));
    }
  }

  private static ObjectNode picture(Message.Picture picture) {
    var node = Json.object().put("type", "image");
    node.putObject("source")
        .put("type", "base64")
        .put("media_type", picture.mimeType())
        .put("data", picture.data());
    return node;
  }

  private static void cacheUpToHere(ArrayNode messages) {
    var content = messages.path(messages.size() - 1).path("content");
    if (content.path(content.size() - 1) instanceof ObjectNode block) {
      cached(block);
    }
  }

  private static void cached(ObjectNode block) {
    block.putObject("cache_control").put("type", "ephemeral");
  }
}
