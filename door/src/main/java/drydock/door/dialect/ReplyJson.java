package drydock.door.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.domain.model.Tokens;
import drydock.door.dialect.Reply.Stop;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/// Replies and token counts as JSON: the `reply` and `usage` of `gateway.jsonl`, written by hand or
/// by a recorded task.
public final class ReplyJson {
  private ReplyJson() {}

  public static ObjectNode write(Reply reply) {
    var json = Json.object().put("text", reply.text());
    reply.thinking().ifPresent(t -> json.put("thinking", t));
    var calls = json.putArray("toolCalls");
    reply
        .toolCalls()
        .forEach(c -> calls.addObject().put("name", c.name()).set("arguments", c.arguments()));
    return json.put("stop", reply.stop().name().toLowerCase(Locale.ROOT));
  }

  /// All parts may be missing; without `stop`, a reply with tool calls stops for them.
  ///
  /// @throws IllegalArgumentException if it cannot be read
  public static Reply read(JsonNode json) {
    var calls = new ArrayList<ToolCall>();
    for (var call : json.path("toolCalls")) {
      if (!call.path("name").isTextual()) {
        throw new IllegalArgumentException("a tool call needs a name");
      }
      var arguments = call.path("arguments");
      calls.add(
          new ToolCall(
              call.path("name").asText(), arguments.isMissingNode() ? Json.object() : arguments));
    }
    var stop =
        json.has("stop")
            ? Stop.valueOf(json.path("stop").asText().toUpperCase(Locale.ROOT))
            : calls.isEmpty() ? Stop.END : Stop.TOOLS;
    var thinking = Optional.of(json.path("thinking").asText("")).filter(t -> !t.isEmpty());
    return new Reply(json.path("text").asText(""), thinking, calls, stop);
  }

  public static ObjectNode write(Counted counted) {
    var json =
        Json.object()
            .put("input", counted.tokens().input())
            .put("cachedInput", counted.tokens().cachedInput())
            .put("output", counted.tokens().output());
    if (counted.cacheWritten() > 0) {
      json.put("cacheWritten", counted.cacheWritten());
    }
    return counted.estimated() ? json.put("estimated", true) : json;
  }

  /// Missing numbers are zero.
  public static Counted readCounted(JsonNode json) {
    var tokens =
        new Tokens(
            json.path("input").asLong(),
            json.path("cachedInput").asLong(),
            json.path("output").asLong());
    return new Counted(
        tokens, json.path("cacheWritten").asLong(), json.path("estimated").asBoolean());
  }
}
