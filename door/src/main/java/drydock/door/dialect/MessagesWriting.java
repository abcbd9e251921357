package drydock.door.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Replies as Anthropic Messages has them.
final class MessagesWriting {
  private MessagesWriting() {}

  static ObjectNode whole(Line line) {
    var reply = line.reply();
    var message = envelope(line, stop(reply));
    var content = message.withArray("content");
    reply.thinking().ifPresent(t -> content.add(thinking().put("thinking", t)));
    if (!reply.text().isEmpty()) {
      content.addObject().put("type", "text").put("text", reply.text());
    }
    for (var i = 0; i < reply.toolCalls().size(); i++) {
      var call = reply.toolCalls().get(i);
      content.add(tool(line, i, call).set("input", call.arguments()));
    }
    message.set("usage", usage(line, line.counted().tokens().output()));
    return message;
  }

  static List<byte[]> streamed(Line line) {
    var reply = line.reply();
    var events = new ArrayList<byte[]>();
    var start = Json.object().put("type", "message_start");
    start.set("message", envelope(line, null).set("usage", usage(line, 1)));
    events.add(Sse.event(start));
    var index = 0;
    if (reply.thinking().isPresent()) {
      var pieces = AnswerWriter.pieces(reply.thinking().get());
      block(events, index++, thinking(), "thinking_delta", "thinking", pieces);
    }
    if (!reply.text().isEmpty()) {
      var text = Json.object().put("type", "text").put("text", "");
      block(events, index++, text, "text_delta", "text", AnswerWriter.pieces(reply.text()));
    }
    for (var i = 0; i < reply.toolCalls().size(); i++) {
      var call = reply.toolCalls().get(i);
      var tool = tool(line, i, call);
      tool.putObject("input");
      var pieces = AnswerWriter.pieces(call.argumentsText());
      block(events, index++, tool, "input_json_delta", "partial_json", pieces);
    }
    var end = Json.object().put("type", "message_delta");
    end.putObject("delta").put("stop_reason", stop(reply)).putNull("stop_sequence");
    end.putObject("usage").put("output_tokens", line.counted().tokens().output());
    events.add(Sse.event(end));
    events.add(Sse.event(Json.object().put("type", "message_stop")));
    return events;
  }

  private static void block(
      List<byte[]> events,
      int index,
      ObjectNode start,
      String delta,
      String field,
      List<String> pieces) {
    var begin = Json.object().put("type", "content_block_start").put("index", index);
    begin.set("content_block", start);
    events.add(Sse.event(begin));
    for (var piece : pieces) {
      var more = Json.object().put("type", "content_block_delta").put("index", index);
      more.putObject("delta").put("type", delta).put(field, piece);
      events.add(Sse.event(more));
    }
    if (delta.equals("thinking_delta")) {
      var signed = Json.object().put("type", "content_block_delta").put("index", index);
      signed.set("delta", Json.object().put("type", "signature_delta").put("signature", "script"));
      events.add(Sse.event(signed));
    }
    events.add(Sse.event(Json.object().put("type", "content_block_stop").put("index", index)));
  }

  private static ObjectNode envelope(Line line, @Nullable String stop) {
    var message =
        Json.object()
            .put("id", "msg_" + line.number())
            .put("type", "message")
            .put("role", "assistant")
            .put("model", line.model());
    message.putArray("content");
    return message.put("stop_reason", stop).putNull("stop_sequence");
  }

  private static ObjectNode thinking() {
    return Json.object().put("type", "thinking").put("thinking", "").put("signature", "");
  }

  private static ObjectNode tool(Line line, int index, ToolCall call) {
    return Json.object()
        .put("type", "tool_use")
        .put("id", "toolu_" + line.number() + "_" + index)
        .put("name", call.name());
  }

  private static ObjectNode usage(Line line, long output) {
    var counted = line.counted();
    var read = counted.tokens().cachedInput();
    return Json.object()
        .put("input_tokens", counted.tokens().input() - read - counted.cacheWritten())
        .put("cache_creation_input_tokens", counted.cacheWritten())
        .put("cache_read_input_tokens", read)
        .put("output_tokens", output);
  }

  private static String stop(Reply reply) {
    return switch (reply.stop()) {
      case END, CUT -> "end_turn";
      case TOOLS -> "tool_use";
      case LENGTH -> "max_tokens";
      case REFUSED -> "refusal";
    };
  }
}
