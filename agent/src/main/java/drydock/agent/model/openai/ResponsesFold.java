package drydock.agent.model.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.agent.model.Answer;
import drydock.agent.model.Answer.Stop;
import drydock.agent.model.Dialect;
import drydock.agent.model.Json;
import drydock.agent.model.Live;
import drydock.agent.model.Message;
import drydock.agent.model.StreamFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The events of a Responses stream.
final class ResponsesFold implements Dialect.Fold {
  private final Live live;
  private final StringBuilder text = new StringBuilder();
  private final List<Message.ToolCall> calls = new ArrayList<>();
  private final ArrayNode reasoning = Json.array();
  private Optional<Stop> stop = Optional.empty();
  private OptionalInt tokens = OptionalInt.empty();

  ResponsesFold(Live live) {
    this.live = live;
  }

  @Override
  public void event(String name, JsonNode data) {
    switch (data.path("type").asText(name)) {
      case "response.output_text.delta", "response.refusal.delta" -> {
        var piece = data.path("delta").asText("");
        text.append(piece);
        live.text(piece);
      }
      case "response.reasoning_summary_text.delta", "response.reasoning_text.delta" ->
          live.thought(data.path("delta").asText(""));
      case "response.output_item.done" -> item(data.path("item"));
      case "response.completed" -> end(data.path("response"), Stop.DONE);
      case "response.incomplete" -> {
        var why = data.path("response").path("incomplete_details").path("reason").asText("");
        end(data.path("response"), why.equals("content_filter") ? Stop.REFUSED : Stop.LENGTH);
      }
      case "response.failed" -> throw StreamFailure.of(data.path("response").path("error"));
      case "error" -> throw StreamFailure.of(data.has("error") ? data.path("error") : data);
      default -> {
        // The rest repeats what these say.
      }
    }
  }

  private void item(JsonNode item) {
    switch (item.path("type").asText("")) {
      case "function_call" ->
          calls.add(
              new Message.ToolCall(
                  item.path("call_id").asText(item.path("id").asText("")),
                  item.path("name").asText(""),
                  item.path("arguments").asText("{}")));
      case "reasoning" -> {
        // Without `store` the server knows no ids, and without its secret part an item is nothing.
        if (item.path("encrypted_content").isTextual() && item instanceof ObjectNode object) {
          reasoning.add(object.deepCopy().without(List.of("id", "status")));
        }
      }
      default -> {
        // Text came in pieces.
      }
    }
  }

  private void end(JsonNode response, Stop how) {
    stop = Optional.of(how);
    var usage = response.path("usage");
    if (usage.isObject()) {
      var sum = usage.path("input_tokens").asInt() + usage.path("output_tokens").asInt();
      tokens = OptionalInt.of(usage.path("total_tokens").asInt(sum));
    }
  }

  @Override
  public boolean isOver() {
    return stop.isPresent();
  }

  @Override
  public boolean mayEnd() {
    return false;
  }

  @Override
  public Answer answer(boolean cut) {
    Optional<Message.Verbatim> verbatim =
        reasoning.isEmpty() || cut
            ? Optional.empty()
            : Optional.of(new Message.Verbatim(ResponsesDialect.NAME, reasoning));
    return new Answer(
        new Message.Assistant(text.toString(), cut ? List.of() : calls, verbatim),
        stop.orElse(cut ? Stop.CUT : Stop.DONE),
        tokens);
  }
}
