package drydock.door.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import drydock.domain.secret.Secrets;
import drydock.door.dialect.Json;

/// The record of a call without what is secret. Pure.
final class Masked {
  private Masked() {}

  /// @param call a line of `gateway.jsonl`
  static ObjectNode record(ObjectNode call, Secrets secrets) {
    var masked = (ObjectNode) tree(call, secrets);
    // The body as it came has the reply in pieces, and a secret may lie over their ends.
    if (!masked.path("reply").equals(call.path("reply"))) {
      masked.put("response", "[left out: the reply holds a secret]");
    }
    return masked;
  }

  private static JsonNode tree(JsonNode node, Secrets secrets) {
    return switch (node) {
      case TextNode text -> TextNode.valueOf(secrets.mask(text.textValue()));
      case ArrayNode list -> {
        var masked = Json.MAPPER.createArrayNode();
        list.forEach(item -> masked.add(tree(item, secrets)));
        yield masked;
      }
      case ObjectNode object -> {
        var masked = Json.object();
        object
            .properties()
            .forEach(
                each -> masked.set(secrets.mask(each.getKey()), tree(each.getValue(), secrets)));
        yield masked;
      }
      default -> node;
    };
  }
}
