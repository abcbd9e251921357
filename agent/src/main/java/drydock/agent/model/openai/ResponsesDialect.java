package drydock.agent.model.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.agent.model.Dialect;
import drydock.agent.model.Json;
import drydock.agent.model.Live;
import drydock.agent.model.Message;
import drydock.agent.model.Prompt;
import java.util.Map;
import java.util.Optional;

/// OpenAI's Responses, stateless: `store` is false, so reasoning comes back encrypted and is sent
/// again with the history.
public final class ResponsesDialect implements Dialect {
  static final String NAME = "openai_responses";

  private final String model;
  private final Optional<String> key;
  private volatile boolean keepsReasoning = true;

  public ResponsesDialect(String model, Optional<String> key) {
    this.model = model;
    this.key = key;
  }

  @Override
  public String path() {
    return "/responses";
  }

  @Override
  public Map<String, String> headers() {
    return Bearer.headers(key);
  }

  @Override
  public ObjectNode request(Prompt prompt) {
    var request = Json.object().put("model", model).put("instructions", prompt.system());
    var input = request.putArray("input");
    prompt.history().forEach(message -> add(input, message));
    if (!prompt.tools().isEmpty()) {
      var tools = request.putArray("tools");
      for (var tool : prompt.tools()) {
        tools
            .addObject()
            .put("type", "function")
            .put("name", tool.name())
            .put("description", tool.description())
            .put("strict", false)
            .set("parameters", tool.parameters());
      }
    }
    prompt.maxOutputTokens().ifPresent(limit -> request.put("max_output_tokens", limit));
    if (keepsReasoning) {
      request.putArray("include").add("reasoning.encrypted_content");
    }
    return request.put("store", false).put("stream", true);
  }

  @Override
  public Fold fold(Live live) {
    return new ResponsesFold(live);
  }

  /// Models that do not reason refuse to be asked for their encrypted reasoning.
  @Override
  public boolean adapt(String complaint) {
    if (keepsReasoning && complaint.contains("ncrypted")) {
      keepsReasoning = false;
      return true;
    }
    return false;
  }

  private static void add(ArrayNode input, Message message) {
    switch (message) {
      case Message.User user -> input.add(user(user));
      case Message.Assistant answer -> add(input, answer);
      case Message.ToolResult(var id, var text, var _) ->
          input
              .addObject()
              .put("type", "function_call_output")
              .put("call_id", id)
              .put("output", text);
    }
  }

  private static ObjectNode user(Message.User user) {
    var node = Json.object().put("type", "message").put("role", "user");
    var content = node.putArray("content");
    content.addObject().put("type", "input_text").put("text", user.text());
    for (var picture : user.pictures()) {
      content.addObject().put("type", "input_image").put("image_url", Bearer.dataUrl(picture));
    }
    return node;
  }

  /// Reasoning goes before what it led to, as it came.
  private static void add(ArrayNode input, Message.Assistant answer) {
    answer
        .verbatim()
        .filter(v -> v.dialect().equals(NAME))
        .map(Message.Verbatim::content)
        .ifPresent(items -> items.forEach((JsonNode item) -> input.add(item)));
    if (!answer.text().isEmpty()) {
      var node =
          input
              .addObject()
              .put("type", "message")
              .put("role", "assistant")
              .put("status", "completed");
      node.putArray("content")
          .addObject()
          .put("type", "output_text")
          .put("text", answer.text())
          .putArray("annotations");
    }
    for (var call : answer.calls()) {
      input
          .addObject()
          .put("type", "function_call")
          .put("call_id", call.id())
          .put("name", call.name())
          .put("arguments", Bearer.sound(call.arguments()));
    }
  }
}
