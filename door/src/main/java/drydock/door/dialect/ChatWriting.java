package drydock.door.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.domain.model.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Replies as OpenAI Chat Completions has them.
final class ChatWriting {
  private ChatWriting() {}

  static ObjectNode whole(Line line) {
    var reply = line.reply();
    var message = Json.object().put("role", "assistant");
    message.put("content", reply.text().isEmpty() ? null : reply.text());
    reply.thinking().ifPresent(t -> message.put("reasoning_content", t));
    if (!reply.toolCalls().isEmpty()) {
      var calls = message.putArray("tool_calls");
      for (var i = 0; i < reply.toolCalls().size(); i++) {
        var call = reply.toolCalls().get(i);
        calls.add(call(line, i, call.name(), call.argumentsText()));
      }
    }
    var choice = Json.object().put("index", 0);
    choice.set("message", message);
    choice.put("finish_reason", finish(reply));
    var body = envelope(line, "chat.completion");
    body.putArray("choices").add(choice);
    body.set("usage", usage(line.counted().tokens()));
    return body;
  }

  static List<byte[]> streamed(Line line) {
    var reply = line.reply();
    var events = new ArrayList<byte[]>();
    events.add(delta(line, Json.object().put("role", "assistant").put("content", "")));
    for (var piece : AnswerWriter.pieces(reply.thinking().orElse(""))) {
      events.add(delta(line, Json.object().put("reasoning_content", piece)));
    }
    for (var piece : AnswerWriter.pieces(reply.text())) {
      events.add(delta(line, Json.object().put("content", piece)));
    }
    for (var i = 0; i < reply.toolCalls().size(); i++) {
      var call = reply.toolCalls().get(i);
      events.add(delta(line, calls(call(line, i, call.name(), "").put("index", i))));
      for (var piece : AnswerWriter.pieces(call.argumentsText())) {
        var more = Json.object().put("index", i);
        more.putObject("function").put("arguments", piece);
        events.add(delta(line, calls(more)));
      }
    }
    events.add(chunk(line, Json.object(), finish(reply)));
    if (line.countTokens()) {
      var last = envelope(line, "chat.completion.chunk");
      last.putArray("choices");
      last.set("usage", usage(line.counted().tokens()));
      events.add(Sse.data(Json.write(last)));
    }
    events.add(Sse.data("[DONE]"));
    return events;
  }

  private static byte[] delta(Line line, ObjectNode delta) {
    return chunk(line, delta, null);
  }

  private static byte[] chunk(Line line, ObjectNode delta, @Nullable String finish) {
    var choice = Json.object().put("index", 0);
    choice.set("delta", delta);
    choice.put("finish_reason", finish);
    var body = envelope(line, "chat.completion.chunk");
    body.putArray("choices").add(choice);
    return Sse.data(Json.write(body));
  }

  private static ObjectNode envelope(Line line, String object) {
    return Json.object()
        .put("id", "chatcmpl-" + line.number())
        .put("object", object)
        .put("created", 0)
        .put("model", line.model());
  }

  private static ObjectNode calls(JsonNode call) {
    var delta = Json.object();
    delta.putArray("tool_calls").add(call);
    return delta;
  }

  private static ObjectNode call(Line line, int index, String name, String arguments) {
    var call =
        Json.object().put("id", "call_" + line.number() + "_" + index).put("type", "function");
    call.putObject("function").put("name", name).put("arguments", arguments);
    return call;
  }

  private static ObjectNode usage(Tokens tokens) {
    var usage =
        Json.object()
            .put("prompt_tokens", tokens.input())
            .put("completion_tokens", tokens.output())
            .put("total_tokens", tokens.input() + tokens.output());
    usage.putObject("prompt_tokens_details").put("cached_tokens", tokens.cachedInput());
    return usage;
  }

  private static String finish(Reply reply) {
    return switch (reply.stop()) {
      case END, CUT -> "stop";
      case TOOLS -> "tool_calls";
      case LENGTH -> "length";
      case REFUSED -> "content_filter";
    };
  }
}
