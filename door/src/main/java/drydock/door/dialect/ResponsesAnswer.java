package drydock.door.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.domain.model.Tokens;
import drydock.door.dialect.Reply.Stop;
import java.util.List;
import java.util.Optional;

/// Answers of OpenAI Responses (the API reference's "response object" and "streaming events"). A
/// stream ends with an event that holds the whole response; only a broken one is put together from
/// its pieces.
final class ResponsesAnswer {
  private ResponsesAnswer() {}

  static Reading whole(JsonNode response) {
    var draft = new Draft();
    var index = 0;
    for (var item : response.path("output")) {
      index = add(draft, item, index);
    }
    stop(draft, response, index > 0);
    return new Reading(draft.reply(), counted(response.path("usage")));
  }

  static Reading streamed(List<JsonNode> events) {
    var draft = new Draft();
    var calls = 0;
    for (var event : events) {
      switch (event.path("type").asText()) {
        case "response.completed", "response.incomplete", "response.failed" -> {
          return whole(event.path("response"));
        }
        case "response.output_text.delta" -> draft.text(event.path("delta").asText());
        case "response.reasoning_summary_text.delta", "response.reasoning_text.delta" ->
            draft.thinking(event.path("delta").asText());
        case "response.output_item.done" -> {
          if (event.path("item").path("type").asText().endsWith("_call")) {
            calls = add(draft, event.path("item"), calls);
          }
        }
        default -> {}
      }
    }
    return new Reading(draft.reply(), Optional.empty());
  }

  private static int add(Draft draft, JsonNode item, int calls) {
    switch (item.path("type").asText()) {
      case "message" ->
          item.path("content").forEach(part -> draft.text(part.path("text").asText()));
      case "reasoning" -> {
        item.path("summary").forEach(part -> draft.thinking(part.path("text").asText()));
        item.path("content").forEach(part -> draft.thinking(part.path("text").asText()));
      }
      case "function_call" -> {
        draft.call(calls, item.path("name").asText(), item.path("arguments").asText());
        return calls + 1;
      }
      case "custom_tool_call" -> {
        draft.call(calls, item.path("name").asText(), item.path("input").asText());
        return calls + 1;
      }
      default -> {}
    }
    return calls;
  }

  private static void stop(Draft draft, JsonNode response, boolean tools) {
    switch (response.path("status").asText()) {
      case "completed" -> draft.stop(tools ? Stop.TOOLS : Stop.END);
      case "incomplete" ->
          draft.stop(
              response.path("incomplete_details").path("reason").asText().equals("content_filter")
                  ? Stop.REFUSED
                  : Stop.LENGTH);
      default -> {}
    }
  }

  private static Optional<Counted> counted(JsonNode usage) {
    if (!usage.isObject()) {
      return Optional.empty();
    }
    return Optional.of(
        Counted.of(
            new Tokens(
                usage.path("input_tokens").asLong(),
                usage.path("input_tokens_details").path("cached_tokens").asLong(),
                usage.path("output_tokens").asLong())));
  }
}
