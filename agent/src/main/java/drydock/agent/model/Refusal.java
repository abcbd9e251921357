package drydock.agent.model;

import drydock.agent.model.ModelException.Reason;
import java.util.Locale;
import java.util.stream.Stream;

/// What a server's refusal means.
final class Refusal {
  private static final int SHOWN = 300;

  private Refusal() {}

  /// @param body what the server wrote; nothing of the request is ever repeated
  static ModelException of(int status, String body, String model) {
    var said = clip(message(body));
    var tail = said.isEmpty() ? "" : ": " + said;
    return switch (status) {
      case 402 -> new ModelException(Reason.BUDGET, "the budget is spent" + tail);
      case 401, 403 ->
          new ModelException(
              Reason.REFUSED,
              "the model server answered " + status + tail + ". Check the API key and its rights");
      case 404 ->
          new ModelException(
              Reason.UNKNOWN,
              "the model server does not know '" + model + "' (404)" + tail + ". Check its name");
      case 413 -> new ModelException(Reason.TOO_LONG, "the request is too large (413)" + tail);
      case 400, 422 -> badRequest(status, said, tail);
      default ->
          new ModelException(
              status >= 500 || status == 429 || status == 408 ? Reason.UNAVAILABLE : Reason.REFUSED,
              "the model server answered " + status + tail);
    };
  }

  /// The event of a stream that says that the answer failed.
  static ModelException inStream(String said) {
    if (isTooLong(said)) {
      return new ModelException(Reason.TOO_LONG, clip(said));
    }
    return new ModelException(Reason.BROKEN, "the model's answer broke off: " + clip(said));
  }

  private static ModelException badRequest(int status, String said, String tail) {
    if (isTooLong(said)) {
      return new ModelException(Reason.TOO_LONG, "the history is too long for the model" + tail);
    }
    if (has(said, "does not support tools", "tool use is not supported", "tools is not supported")
        || has(said, "tool calling is not supported", "requires --jinja")) {
      return new ModelException(Reason.NO_TOOLS, "the model cannot use tools" + tail);
    }
    return new ModelException(Reason.REFUSED, "the model server answered " + status + tail);
  }

  /// OpenAI, Anthropic, vLLM and llama.cpp each have words of their own for it.
  private static boolean isTooLong(String said) {
    return has(said, "context length", "context_length", "prompt is too long", "context window")
        || has(said, "exceeds the available context", "exceed_context_size", "maximum context");
  }

  private static boolean has(String said, String... words) {
    var low = said.toLowerCase(Locale.ROOT);
    return Stream.of(words).anyMatch(low::contains);
  }

  private static String message(String body) {
    var error = Json.parse(body).map(node -> node.path("error"));
    return error
        .map(e -> e.isTextual() ? e.textValue() : e.path("message").asText(""))
        .filter(text -> !text.isBlank())
        .orElse(body);
  }

  /// On one line, and not too long.
  static String clip(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
  }
}
