package drydock.door.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.door.dialect.Reply.Stop;
import java.util.ArrayList;
import java.util.List;

/// Replies as OpenAI Responses has them. One instance writes one stream: its events are numbered.
final class ResponsesWriting {
  private final Line line;
  private final List<byte[]> events = new ArrayList<>();
  private int item;

  ResponsesWriting(Line line) {
    this.line = line;
  }

  static ObjectNode whole(Line line, String status) {
    var reply = line.reply();
    var open = status.equals("in_progress");
    var done = reply.stop() == Stop.LENGTH || reply.stop() == Stop.REFUSED ? "incomplete" : status;
    var body =
        Json.object()
            .put("id", "resp_" + line.number())
            .put("object", "response")
            .put("created_at", 0)
            .put("status", open ? status : done)
            .put("model", line.model());
    var output = body.putArray("output");
    if (open) {
      return body.putNull("usage");
    }
    if (done.equals("incomplete")) {
      body.putObject("incomplete_details")
          .put("reason", reply.stop() == Stop.LENGTH ? "max_output_tokens" : "content_filter");
    }
    output.addAll(items(line));
    var tokens = line.counted().tokens();
    var usage = body.putObject("usage").put("input_tokens", tokens.input());
    usage.putObject("input_tokens_details").put("cached_tokens", tokens.cachedInput());
    usage.put("output_tokens", tokens.output());
    usage.putObject("output_tokens_details").put("reasoning_tokens", 0);
    usage.put("total_tokens", tokens.input() + tokens.output());
    return body;
  }

  List<byte[]> streamed() {
    send(event("response.created").set("response", whole(line, "in_progress")));
    send(event("response.in_progress").set("response", whole(line, "in_progress")));
    for (var whole : items(line)) {
      switch (whole.path("type").asText()) {
        case "reasoning" -> reasoning(whole);
        case "message" -> message(whole);
        default -> call(whole);
      }
      item++;
    }
    var whole = whole(line, "completed");
    send(event("response." + whole.path("status").asText()).set("response", whole));
    return events;
  }

  private static List<ObjectNode> items(Line line) {
    var reply = line.reply();
    var items = new ArrayList<ObjectNode>();
    reply
        .thinking()
        .ifPresent(t -> {
          var item = Json.object().put("id", "rs_" + line.number()).put("type", "reasoning");
          item.putArray("summary").addObject().put("type", "summary_text").put("text", t);
          items.add(item);
        });
    if (!reply.text().isEmpty()) {
      var item = Json.object().put("id", "msg_" + line.number()).put("type", "message");
      item.put("status", "completed").put("role", "assistant");
      item.putArray("content").add(part(reply.text()));
      items.add(item);
    }
    for (var i = 0; i < reply.toolCalls().size(); i++) {
      items.add(call(line, i, reply.toolCalls().get(i)));
    }
    return items;
  }

  /// A text for arguments is what a custom tool takes: one with a free form.
  private static ObjectNode call(Line line, int index, ToolCall call) {
    var id = line.number() + "_" + index;
    var custom = call.arguments().isTextual();
    return Json.object()
        .put("id", (custom ? "ctc_" : "fc_") + id)
        .put("type", custom ? "custom_tool_call" : "function_call")
        .put("status", "completed")
        .put("call_id", "call_" + id)
        .put("name", call.name())
        .put(custom ? "input" : "arguments", call.argumentsText());
  }

  private static ObjectNode part(String text) {
    var part = Json.object().put("type", "output_text").put("text", text);
    part.putArray("annotations");
    return part;
  }

  private void reasoning(ObjectNode whole) {
    added(whole, "summary");
    var id = whole.path("id").asText();
    var part = whole.path("summary").path(0);
    var empty = Json.object().put("type", "summary_text").put("text", "");
    send(of("reasoning_summary_part.added", id).put("summary_index", 0).set("part", empty));
    for (var piece : AnswerWriter.pieces(part.path("text").asText())) {
      send(of("reasoning_summary_text.delta", id).put("summary_index", 0).put("delta", piece));
    }
    send(
        of("reasoning_summary_text.done", id)
            .put("summary_index", 0)
            .put("text", part.path("text").asText()));
    send(of("reasoning_summary_part.done", id).put("summary_index", 0).set("part", part));
    done(whole);
  }

  private void message(ObjectNode whole) {
    added(whole, "content");
    var id = whole.path("id").asText();
    var part = whole.path("content").path(0);
    send(of("content_part.added", id).put("content_index", 0).set("part", part("")));
    for (var piece : AnswerWriter.pieces(part.path("text").asText())) {
      send(of("output_text.delta", id).put("content_index", 0).put("delta", piece));
    }
    send(
        of("output_text.done", id).put("content_index", 0).put("text", part.path("text").asText()));
    send(of("content_part.done", id).put("content_index", 0).set("part", part));
    done(whole);
  }

  private void call(ObjectNode whole) {
    var custom = whole.path("type").asText().equals("custom_tool_call");
    var field = custom ? "input" : "arguments";
    var kind = custom ? "custom_tool_call_input" : "function_call_arguments";
    added(whole, field);
    var id = whole.path("id").asText();
    for (var piece : AnswerWriter.pieces(whole.path(field).asText())) {
      send(of(kind + ".delta", id).put("delta", piece));
    }
    send(of(kind + ".done", id).put(field, whole.path(field).asText()));
    done(whole);
  }

  /// The item as it begins: what comes in pieces is still empty.
  private void added(ObjectNode whole, String growing) {
    var begun = whole.deepCopy();
    if (whole.path(growing).isArray()) {
      begun.putArray(growing);
    } else {
      begun.put(growing, "");
    }
    if (begun.has("status")) {
      begun.put("status", "in_progress");
    }
    send(event("response.output_item.added").put("output_index", item).set("item", begun));
  }

  private void done(JsonNode whole) {
    send(event("response.output_item.done").put("output_index", item).set("item", whole));
  }

  private ObjectNode of(String kind, String id) {
    return event("response." + kind).put("item_id", id).put("output_index", item);
  }

  private ObjectNode event(String type) {
    return Json.object().put("type", type).put("sequence_number", events.size());
  }

  private void send(JsonNode event) {
    events.add(Sse.event(event));
  }
}
