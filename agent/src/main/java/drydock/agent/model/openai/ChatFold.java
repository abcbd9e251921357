package drydock.agent.model.openai;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.agent.model.Answer;
import drydock.agent.model.Answer.Stop;
import drydock.agent.model.Dialect;
import drydock.agent.model.Live;
import drydock.agent.model.Message;
import drydock.agent.model.StreamFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// The chunks of a Chat Completions stream.
final class ChatFold implements Dialect.Fold {
  private static final class Call {
    private final int index;
    private String id = "";
    private String name = "";
    private final StringBuilder arguments = new StringBuilder();

    private Call(int index) {
      this.index = index;
    }
  }

  private final Live live;
  private final StringBuilder text = new StringBuilder();
  private final List<Call> calls = new ArrayList<>();
  private String finish = "";
  private OptionalInt tokens = OptionalInt.empty();

  ChatFold(Live live) {
    this.live = live;
  }

  @Override
  public void event(String type, JsonNode data) {
    if (data.hasNonNull("error")) {
      throw StreamFailure.of(data.get("error"));
    }
    var usage = data.path("usage");
    if (usage.has("total_tokens")) {
      tokens = OptionalInt.of(usage.path("total_tokens").asInt());
    }
    var choice = data.path("choices").path(0);
    delta(choice.path("delta"));
    if (choice.path("finish_reason").isTextual()) {
      finish = choice.path("finish_reason").textValue();
    }
  }

  private void delta(JsonNode delta) {
    // llama.cpp, vLLM and DeepSeek call it reasoning_content; OpenRouter and newer vLLM reasoning.
    var thought = delta.path("reasoning_content").asText(delta.path("reasoning").asText(""));
    if (!thought.isEmpty()) {
      live.thought(thought);
    }
    var content = delta.path("content").isTextual() ? delta.path("content").textValue() : "";
    if (!content.isEmpty()) {
      text.append(content);
      live.text(content);
    }
    delta.path("tool_calls").forEach(this::piece);
  }

  private void piece(JsonNode piece) {
    var id = piece.path("id").isTextual() ? piece.path("id").textValue() : "";
    var call = callFor(piece.path("index").asInt(Math.max(0, calls.size() - 1)), id);
    if (!id.isEmpty()) {
      call.id = id;
    }
    var function = piece.path("function");
    if (function.path("name").isTextual()) {
      call.name += function.path("name").textValue();
    }
    var arguments = function.path("arguments");
    // Some servers stream an object where the API says text.
    call.arguments.append(arguments.isObject() ? arguments.toString() : arguments.asText(""));
  }

  /// Some servers give every parallel call the index 0: another id is another call.
  private Call callFor(int index, String id) {
    for (var call : calls.reversed()) {
      if (call.index == index && (id.isEmpty() || call.id.isEmpty() || call.id.equals(id))) {
        return call;
      }
    }
    var call = new Call(index);
    calls.add(call);
    return call;
  }

  /// Usage comes after the finish reason, and `[DONE]` after that.
  @Override
  public boolean isOver() {
    return false;
  }

  @Override
  public boolean mayEnd() {
    return !finish.isEmpty();
  }

  @Override
  public Answer answer(boolean cut) {
    var whole = new ArrayList<Message.ToolCall>();
    for (var call : calls) {
      var id = call.id.isEmpty() ? "call_" + whole.size() : call.id;
      var arguments = call.arguments.isEmpty() ? "{}" : call.arguments.toString();
      whole.add(new Message.ToolCall(id, call.name, arguments));
    }
    return new Answer(
        new Message.Assistant(text.toString(), cut ? List.of() : whole), stop(cut), tokens);
  }

  private Stop stop(boolean cut) {
    return switch (finish) {
      case "length" -> Stop.LENGTH;
      case "content_filter" -> Stop.REFUSED;
      default -> cut ? Stop.CUT : Stop.DONE;
    };
  }
}
