package drydock.door.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.domain.model.Tokens;
import drydock.door.dialect.Reply.Stop;
import java.util.List;
import java.util.Optional;

/// Answers of Anthropic Messages (the API reference's "Messages" and "Streaming messages"). Usage
/// comes in two events; the later numbers are totals, not additions.
final class MessagesAnswer {
  private MessagesAnswer() {}

  static Reading whole(JsonNode message) {
    var draft = new Draft();
    var index = 0;
    for (var block : message.path("content")) {
      begin(draft, index, block);
      if (block.has("input")) {
        draft.call(index, "", Json.write(block.path("input")));
      }
      index++;
    }
    stop(draft, message.path("stop_reason").asText(""));
    return new Reading(draft.reply(), counted(message.path("usage")));
  }

  static Reading streamed(List<JsonNode> events) {
    var draft = new Draft();
    var usage = Json.object();
    for (var event : events) {
      var index = event.path("index").asInt();
      switch (event.path("type").asText()) {
        case "message_start" -> merge(usage, event.path("message").path("usage"));
        case "content_block_start" -> begin(draft, index, event.path("content_block"));
        case "content_block_delta" -> grow(draft, index, event.path("delta"));
        case "message_delta" -> {
          merge(usage, event.path("usage"));
          stop(draft, event.path("delta").path("stop_reason").asText(""));
        }
        default -> {}
      }
    }
    return new Reading(draft.reply(), counted(usage));
  }

  private static void merge(ObjectNode usage, JsonNode later) {
    later.properties().forEach(entry -> usage.set(entry.getKey(), entry.getValue()));
  }

  private static void begin(Draft draft, int index, JsonNode block) {
    draft.text(block.path("text").asText(""));
    draft.thinking(block.path("thinking").asText(""));
    if (block.path("type").asText().equals("tool_use")) {
      draft.call(index, block.path("name").asText(), "");
    }
  }

  private static void grow(Draft draft, int index, JsonNode delta) {
    switch (delta.path("type").asText()) {
      case "text_delta" -> draft.text(delta.path("text").asText());
      case "thinking_delta" -> draft.thinking(delta.path("thinking").asText());
      case "input_json_delta" -> draft.call(index, "", delta.path("partial_json").asText());
      default -> {}
    }
  }

  private static void stop(Draft draft, String reason) {
    switch (reason) {
      case "", "null" -> {}
      case "tool_use" -> draft.stop(Stop.TOOLS);
      case "max_tokens", "model_context_window_exceeded" -> draft.stop(Stop.LENGTH);
      case "refusal" -> draft.stop(Stop.REFUSED);
      default -> draft.stop(Stop.END);
    }
  }

  /// Anthropic counts what it read from the cache, and what it wrote there, beside `input_tokens`.
  private static Optional<Counted> counted(JsonNode usage) {
    if (usage.isEmpty()) {
      return Optional.empty();
    }
    var read = usage.path("cache_read_input_tokens").asLong();
    var written = usage.path("cache_creation_input_tokens").asLong();
    var input = usage.path("input_tokens").asLong() + read + written;
    var tokens = new Tokens(input, read, usage.path("output_tokens").asLong());
    return Optional.of(new Counted(tokens, written, false));
  }
}
