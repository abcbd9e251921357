package drydock.door.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.domain.model.Dialect;
import drydock.door.dialect.Entry.Speaker;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// What was said before, as a request tells it.
public final class History {
  private History() {}

  /// System prompt first; nothing if the request is not of this dialect.
  public static List<Entry> of(Dialect dialect, JsonNode request) {
    var entries = new ArrayList<Entry>();
    switch (dialect) {
      case OPENAI_CHAT -> request.path("messages").forEach(m -> chat(entries, m));
      case OPENAI_RESPONSES -> {
        add(entries, Speaker.SYSTEM, request.path("instructions").asText(""));
        if (request.path("input").isTextual()) {
          add(entries, Speaker.USER, request.path("input").asText());
        }
        request.path("input").forEach(item -> item(entries, item));
      }
      case ANTHROPIC_MESSAGES -> {
        add(entries, Speaker.SYSTEM, text(request.path("system")));
        request.path("messages").forEach(m -> message(entries, m));
      }
    }
    return entries;
  }

  /// How often the model has answered: neighbours by the assistant are one answer, because dialects
  /// and agents divide it differently (text, thinking and each tool call may be entries).
  public static int turns(List<Entry> entries) {
    var turns = 0;
    var answering = false;
    for (var entry : entries) {
      var assistant = entry.speaker() == Speaker.ASSISTANT;
      turns += assistant && !answering ? 1 : 0;
      answering = assistant;
    }
    return turns;
  }

  private static void chat(List<Entry> entries, JsonNode message) {
    var speaker = speaker(message);
    var text = text(message.path("content"));
    if (!text.isEmpty() || !message.has("tool_calls")) {
      entries.add(new Entry(speaker, text));
    }
    for (var call : message.path("tool_calls")) {
      var function = call.path("function");
      add(entries, speaker, call(function.path("name"), function.path("arguments")));
    }
  }

  private static void item(List<Entry> entries, JsonNode item) {
    switch (item.path("type").asText("message")) {
      case "message" -> entries.add(new Entry(speaker(item), text(item.path("content"))));
      case "function_call" ->
          add(entries, Speaker.ASSISTANT, call(item.path("name"), item.path("arguments")));
      case "custom_tool_call" ->
          add(entries, Speaker.ASSISTANT, call(item.path("name"), item.path("input")));
      case "reasoning" -> add(entries, Speaker.ASSISTANT, text(item.path("summary")));
      case "function_call_output", "custom_tool_call_output" ->
          entries.add(new Entry(Speaker.TOOL, text(item.path("output"))));
      default -> entries.add(new Entry(Speaker.SYSTEM, Json.write(item)));
    }
  }

  private static void message(List<Entry> entries, JsonNode message) {
    var speaker = speaker(message);
    if (message.path("content").isTextual()) {
      entries.add(new Entry(speaker, message.path("content").asText()));
    }
    for (var block : message.path("content")) {
      switch (block.path("type").asText()) {
        case "tool_use" -> add(entries, speaker, call(block.path("name"), block.path("input")));
        case "tool_result" -> entries.add(new Entry(Speaker.TOOL, text(block.path("content"))));
        case "thinking" -> add(entries, speaker, block.path("thinking").asText());
        default -> add(entries, speaker, text(block));
      }
    }
  }

  private static void add(List<Entry> entries, Speaker speaker, String text) {
    if (!text.isEmpty()) {
      entries.add(new Entry(speaker, text));
    }
  }

  private static Speaker speaker(JsonNode message) {
    return switch (message.path("role").asText()) {
      case "assistant" -> Speaker.ASSISTANT;
      case "system", "developer" -> Speaker.SYSTEM;
      case "tool", "function" -> Speaker.TOOL;
      default -> Speaker.USER;
    };
  }

  private static String call(JsonNode name, JsonNode arguments) {
    return name.asText()
        + " "
        + (arguments.isTextual() ? arguments.asText() : Json.write(arguments));
  }

  /// A text, a part, or a list of parts; parts that are not text are named in brackets.
  private static String text(JsonNode content) {
    if (content.isTextual() || content.isNull() || content.isMissingNode()) {
      return content.asText("");
    }
    if (content.isArray()) {
      return StreamSupport.stream(content.spliterator(), false)
          .map(History::text)
          .collect(Collectors.joining("\n"));
    }
    return content.has("text")
        ? content.path("text").asText()
        : "[" + content.path("type").asText("something") + "]";
  }
}
