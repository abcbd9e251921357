package drydock.door.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.domain.model.Tokens;
import drydock.door.dialect.Reply.Stop;
import java.util.List;
import java.util.Optional;

/// Answers of OpenAI Chat Completions (the API reference's "chat completion object" and "chunk
/// object"). Thinking is no part of it: `reasoning_content` is DeepSeek's, vLLM's and llama.cpp's,
/// `reasoning` Ollama's and OpenRouter's.
final class ChatAnswer {
  private ChatAnswer() {}

  static Reading whole(JsonNode body) {
    var draft = new Draft();
    var choice = body.path("choices").path(0);
    add(draft, choice.path("message"));
    stop(draft, choice);
    return new Reading(draft.reply(), counted(body.path("usage")));
  }

  static Reading streamed(List<JsonNode> chunks) {
    var draft = new Draft();
    Optional<Counted> counted = Optional.empty();
    for (var chunk : chunks) {
      var choice = chunk.path("choices").path(0);
      add(draft, choice.path("delta"));
      stop(draft, choice);
      var said = counted(chunk.path("usage"));
      counted = said.isPresent() ? said : counted;
    }
    return new Reading(draft.reply(), counted);
  }

  private static void add(Draft draft, JsonNode message) {
    draft.text(message.path("content").asText(""));
    draft.thinking(message.path("reasoning_content").asText(message.path("reasoning").asText("")));
    var position = 0;
    for (var call : message.path("tool_calls")) {
      var function = call.path("function");
      draft.call(
          call.path("index").asInt(position++),
          function.path("name").asText(""),
          function.path("arguments").asText(""));
    }
  }

  private static void stop(Draft draft, JsonNode choice) {
    switch (choice.path("finish_reason").asText("")) {
      case "", "null" -> {}
      case "length" -> draft.stop(Stop.LENGTH);
      case "tool_calls", "function_call" -> draft.stop(Stop.TOOLS);
      case "content_filter" -> draft.stop(Stop.REFUSED);
      default -> draft.stop(Stop.END);
    }
  }

  private static Optional<Counted> counted(JsonNode usage) {
    if (!usage.isObject()) {
      return Optional.empty();
    }
    return Optional.of(
        Counted.of(
            new Tokens(
                usage.path("prompt_tokens").asLong(),
                usage.path("prompt_tokens_details").path("cached_tokens").asLong(),
                usage.path("completion_tokens").asLong())));
  }
}
