package drydock.agent.model.anthropic;

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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// The events of a Messages stream.
final class MessagesFold implements Dialect.Fold {
  /// A content block, and the pieces of the one field of it that is streamed.
  private record Block(ObjectNode node, StringBuilder streamed) {}

  private final Live live;
  private final Map<Integer, Block> blocks = new TreeMap<>();
  private String stopReason = "";
  private boolean over;
  private int inputTokens;
  private int outputTokens;

  MessagesFold(Live live) {
    this.live = live;
  }

  @Override
  public void event(String name, JsonNode data) {
    switch (data.path("type").asText(name)) {
      case "message_start" -> usage(data.path("message").path("usage"));
      case "content_block_start" -> {
        if (data.path("content_block") instanceof ObjectNode node) {
          blocks.put(data.path("index").asInt(), new Block(node.deepCopy(), new StringBuilder()));
        }
      }
      case "content_block_delta" -> {
        var block = blocks.get(data.path("index").asInt());
        if (block != null) {
          delta(block, data.path("delta"));
        }
      }
      case "message_delta" -> {
        stopReason = data.path("delta").path("stop_reason").asText(stopReason);
        usage(data.path("usage"));
      }
      case "message_stop" -> over = true;
      case "error" -> throw StreamFailure.of(data.path("error"));
      default -> {
        // ping, content_block_stop, and what is to come.
      }
    }
  }

  private void delta(Block block, JsonNode delta) {
    switch (delta.path("type").asText("")) {
      case "text_delta" -> {
        block.streamed().append(delta.path("text").asText(""));
        live.text(delta.path("text").asText(""));
      }
      case "thinking_delta" -> {
        block.streamed().append(delta.path("thinking").asText(""));
        live.thought(delta.path("thinking").asText(""));
      }
      case "input_json_delta" -> block.streamed().append(delta.path("partial_json").asText(""));
      case "signature_delta" -> block.node().put("signature", delta.path("signature").asText(""));
      default -> {
        // Citations: not asked for.
      }
    }
  }

  private void usage(JsonNode usage) {
    var input =
        usage.path("input_tokens").asInt()
            + usage.path("cache_read_input_tokens").asInt()
            + usage.path("cache_creation_input_tokens").asInt();
    inputTokens = Math.max(inputTokens, input);
    outputTokens = Math.max(outputTokens, usage.path("output_tokens").asInt());
  }

  @Override
  public boolean isOver() {
    return over;
  }

  @Override
  public boolean mayEnd() {
    return false;
  }

  @Override
  public Answer answer(boolean cut) {
    var text = new StringBuilder();
    var calls = new ArrayList<Message.ToolCall>();
    var verbatim = Json.array();
    for (var block : blocks.values()) {
      close(block, text, calls, verbatim);
    }
    var message =
        cut
            ? new Message.Assistant(text.toString(), List.of())
            : new Message.Assistant(
                text.toString(),
                calls,
                Optional.of(new Message.Verbatim(MessagesDialect.NAME, verbatim)));
    var tokens = inputTokens > 0 ? OptionalInt.of(inputTokens + outputTokens) : OptionalInt.empty();
    return new Answer(message, stop(cut), tokens);
  }

  private static void close(
      Block block, StringBuilder text, List<Message.ToolCall> calls, ArrayNode verbatim) {
    var node = block.node();
    var streamed = block.streamed().toString();
    switch (node.path("type").asText("")) {
      case "text" -> {
        var whole = node.path("text").asText("") + streamed;
        text.append(whole);
        node.put("text", whole);
        // The API refuses empty text blocks in a request.
        if (!whole.isBlank()) {
          verbatim.add(node);
        }
      }
      case "thinking" ->
          verbatim.add(node.put("thinking", node.path("thinking").asText("") + streamed));
      case "tool_use" -> {
        var arguments = streamed.isBlank() ? Json.write(node.path("input")) : streamed;
        node.set("input", Json.parseObject(arguments).orElseGet(Json::object));
        calls.add(
            new Message.ToolCall(
                node.path("id").asText(""), node.path("name").asText(""), arguments));
        verbatim.add(node);
      }
      default -> verbatim.add(node);
    }
  }

  private Stop stop(boolean cut) {
    return switch (stopReason) {
      case "max_tokens", "model_context_window_exceeded" -> Stop.LENGTH;
      case "refusal" -> Stop.REFUSED;
      default -> cut ? Stop.CUT : Stop.DONE;
    };
  }
}
