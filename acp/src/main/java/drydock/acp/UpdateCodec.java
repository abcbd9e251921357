package drydock.acp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.acp.SessionUpdate.AgentMessageChunk;
import drydock.acp.SessionUpdate.AgentThoughtChunk;
import drydock.acp.SessionUpdate.Other;
import drydock.acp.SessionUpdate.Plan;
import drydock.acp.SessionUpdate.ToolCall;
import drydock.acp.SessionUpdate.ToolCallUpdate;
import drydock.acp.SessionUpdate.UserMessageChunk;
import java.util.List;
import java.util.stream.StreamSupport;

/// The `update` of a `session/update`, as JSON and back.
final class UpdateCodec {
  private static final String OUTPUT = "drydock.dev/output";
  static final String WORD = "drydock.dev/word";

  private UpdateCodec() {}

  static SessionUpdate read(JsonNode node) {
    return switch (Json.text(node, "sessionUpdate")) {
      case "agent_message_chunk" -> new AgentMessageChunk(ContentBlock.of(node.path("content")));
      case "agent_thought_chunk" -> new AgentThoughtChunk(ContentBlock.of(node.path("content")));
      case "user_message_chunk" ->
          new UserMessageChunk(
              ContentBlock.of(node.path("content")), Json.optionalText(node.path("_meta"), WORD));
      case "tool_call" ->
          new ToolCall(
              Json.text(node, "toolCallId"),
              Json.text(node, "title"),
              ToolKind.of(Json.text(node, "kind")),
              ToolStatus.of(node.path("status").asText("pending")),
              ToolContent.list(node.path("content")),
              Json.optional(node, "rawInput"));
      case "tool_call_update" ->
          new ToolCallUpdate(
              Json.text(node, "toolCallId"),
              Json.optionalText(node, "title"),
              Json.optionalText(node, "kind").map(ToolKind::of),
              Json.optionalText(node, "status").map(ToolStatus::of),
              Json.optional(node, "content").map(ToolContent::list),
              Json.optional(node, "rawInput"),
              Json.optionalText(node.path("_meta"), OUTPUT));
      case "plan" ->
          new Plan(
              StreamSupport.stream(node.path("entries").spliterator(), false)
                  .map(PlanEntry::of)
                  .toList());
      case String kind -> new Other(kind);
    };
  }

  static ObjectNode write(SessionUpdate update) {
    return switch (update) {
      case AgentMessageChunk(var content) -> chunk("agent_message_chunk", content);
      case AgentThoughtChunk(var content) -> chunk("agent_thought_chunk", content);
      case UserMessageChunk(var content, var word) -> {
        var node = chunk("user_message_chunk", content);
        word.ifPresent(id -> node.putObject("_meta").put(WORD, id));
        yield node;
      }
      case ToolCall call -> toolCall(call);
      case ToolCallUpdate change -> toolCallUpdate(change);
      case Plan(var entries) -> {
        var node = Json.object().put("sessionUpdate", "plan");
        var array = node.putArray("entries");
        entries.forEach(entry -> array.add(entry.json()));
        yield node;
      }
      case Other(var kind) -> Json.object().put("sessionUpdate", kind);
    };
  }

  private static ObjectNode chunk(String kind, ContentBlock content) {
    return Json.object().put("sessionUpdate", kind).set("content", content.json());
  }

  private static ObjectNode toolCall(ToolCall call) {
    var node =
        Json.object()
            .put("sessionUpdate", "tool_call")
            .put("toolCallId", call.id())
            .put("title", call.title())
            .put("kind", call.kind().wire())
            .put("status", call.status().wire());
    if (!call.content().isEmpty()) {
      fill(node.putArray("content"), call.content());
    }
    call.rawInput().ifPresent(input -> node.set("rawInput", input));
    return node;
  }

  private static ObjectNode toolCallUpdate(ToolCallUpdate change) {
    var node =
        Json.object().put("sessionUpdate", "tool_call_update").put("toolCallId", change.id());
    change.title().ifPresent(title -> node.put("title", title));
    change.kind().ifPresent(kind -> node.put("kind", kind.wire()));
    change.status().ifPresent(status -> node.put("status", status.wire()));
    change.content().ifPresent(content -> fill(node.putArray("content"), content));
    change.rawInput().ifPresent(input -> node.set("rawInput", input));
    change.output().ifPresent(output -> node.putObject("_meta").put(OUTPUT, output));
    return node;
  }

  private static void fill(ArrayNode array, List<ToolContent> content) {
    content.forEach(piece -> array.add(piece.json()));
  }
}
