package drydock.agent.model.openai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.agent.model.Dialect;
import drydock.agent.model.Json;
import drydock.agent.model.Live;
import drydock.agent.model.Message;
import drydock.agent.model.Prompt;
import drydock.agent.model.ToolSpec;
import java.util.Map;
import java.util.Optional;

/// Chat Completions: OpenAI, Ollama, vLLM, llama.cpp and many more.
public final class ChatDialect implements Dialect {
  private final String model;
  private final Optional<String> key;
  private volatile String limitField = "max_tokens";
  private volatile boolean countsTokens = true;

  public ChatDialect(String model, Optional<String> key) {
    this.model = model;
    this.key = key;
  }

  @Override
  public String path() {
    return "/chat/completions";
  }

  @Override
  public Map<String, String> headers() {
    return Bearer.headers(key);
  }

  @Override
  public ObjectNode request(Prompt prompt) {
    var request = Json.object().put("model", model);
    var messages = request.putArray("messages");
    messages.addObject().put("role", "system").put("content", prompt.system());
    prompt.history().forEach(message -> add(messages, message));
    if (!prompt.tools().isEmpty()) {
      var tools = request.putArray("tools");
      prompt.tools().forEach(tool -> tools.add(tool(tool)));
    }
    prompt.maxOutputTokens().ifPresent(limit -> request.put(limitField, limit));
    request.put("stream", true);
    if (countsTokens) {
      request.putObject("stream_options").put("include_usage", true);
    }
    return request;
  }

  @Override
  public Fold fold(Live live) {
    return new ChatFold(live);
  }

  /// OpenAI's newer models refuse `max_tokens`; some old servers do not know `stream_options`.
  @Override
  public boolean adapt(String complaint) {
    if (complaint.contains("max_completion_tokens") && limitField.equals("max_tokens")) {
      limitField = "max_completion_tokens";
      return true;
    }
    if (complaint.contains("stream_options") && countsTokens) {
      countsTokens = false;
      return true;
    }
    return false;
  }

  private static void add(ArrayNode messages, Message message) {
    switch (message) {
      case Message.User user -> messages.add(user(user));
      case Message.Assistant answer -> messages.add(assistant(answer));
      case Message.ToolResult(var id, var text, var _) ->
          messages.addObject().put("role", "tool").put("tool_call_id", id).put("content", text);
    }
  }

  private static ObjectNode user(Message.User user) {
    var node = Json.object().put("role", "user");
    if (user.pictures().isEmpty()) {
      return node.put("content", user.text());
    }
    var parts = node.putArray("content");
    parts.addObject().put("type", "text").put("text", user.text());
    for (var picture : user.pictures()) {
      parts
          .addObject()
          .put("type", "image_url")
          .putObject("image_url")
          .put("url", Bearer.dataUrl(picture));
    }
    return node;
  }

  private static ObjectNode assistant(Message.Assistant answer) {
    var node = Json.object().put("role", "assistant").put("content", answer.text());
    if (!answer.calls().isEmpty()) {
      var calls = node.putArray("tool_calls");
      for (var call : answer.calls()) {
        calls
            .addObject()
            .put("id", call.id())
            .put("type", "function")
            .putObject("function")
            .put("name", call.name())
            .put("arguments", Bearer.sound(call.arguments()));
      }
    }
    return node;
  }

  private static ObjectNode tool(ToolSpec tool) {
    var node = Json.object().put("type", "function");
    node.putObject("function")
        .put("name", tool.name())
        .put("description", tool.description())
        .set("parameters", tool.parameters());
    return node;
  }
}
