package drydock.acp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// JSON as trees. Messages are read field by field, so that a field too many or of the wrong type
/// in what the other side says is no exception.
final class Json {
  /// Beside the length of a line: sixteen million brackets would be a gigabyte of nodes.
  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder().maxTokenCount(200_000).maxNestingDepth(100).build();

  static final ObjectMapper MAPPER =
      new ObjectMapper(JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build());

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  static Optional<String> optionalText(JsonNode node, String field) {
    return Optional.ofNullable(node.path(field).textValue());
  }

  static Optional<JsonNode> optional(JsonNode node, String field) {
    return node.hasNonNull(field) ? Optional.of(node.get(field)) : Optional.empty();
  }
}
