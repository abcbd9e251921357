package drydock.acp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.UncheckedIOException;
import java.util.Optional;

/// A message of JSON-RPC 2.0. The id is a JSON value: peers use numbers and strings.
sealed interface RpcMessage {
  int PARSE_ERROR = -32700;

  /// Answers carry it back.
  int ID_LENGTH = 200;

  int METHOD_NOT_FOUND = -32601;
  int INVALID_PARAMS = -32602;
  int INTERNAL_ERROR = -32603;

  record Request(JsonNode id, String method, JsonNode params) implements RpcMessage {}

  record Notification(String method, JsonNode params) implements RpcMessage {}

  record Response(JsonNode id, JsonNode result) implements RpcMessage {}

  record Failure(JsonNode id, int code, String message, JsonNode data) implements RpcMessage {}

  /// The message on this line, or none if the line is something else.
  static Optional<RpcMessage> parse(String line) {
    JsonNode node;
    try {
      node = Json.MAPPER.readTree(line);
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
    return node.isObject() ? of(node) : Optional.empty();
  }

  private static Optional<RpcMessage> of(JsonNode node) {
    var id = node.path("id");
    var hasId = id.isTextual() || id.isIntegralNumber();
    if (hasId && id.asText().length() > ID_LENGTH) {
      return Optional.empty();
    }
    var method = node.path("method");
    if (method.isTextual()) {
      var params = node.path("params");
      return Optional.of(
          hasId
              ? new Request(id, method.textValue(), params)
              : new Notification(method.textValue(), params));
    }
    var error = node.path("error");
    if (error.isObject()) {
      return Optional.of(
          new Failure(
              id, error.path("code").asInt(), error.path("message").asText(), error.path("data")));
    }
    return hasId && node.has("result")
        ? Optional.of(new Response(id, node.path("result")))
        : Optional.empty();
  }

  /// On one line, without its end.
  default String line() {
    var node = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
    switch (this) {
      case Request(var id, var method, var params) -> {
        node.set("id", id);
        node.put("method", method).set("params", params);
      }
      case Notification(var method, var params) -> node.put("method", method).set("params", params);
      case Response(var id, var result) -> {
        node.set("id", id);
        node.set("result", result);
      }
      case Failure(var id, var code, var message, var data) -> {
        node.set("id", id);
        var error = node.putObject("error").put("code", code).put("message", message);
        if (!data.isMissingNode()) {
          error.set("data", data);
        }
      }
    }
    try {
      return Json.MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
