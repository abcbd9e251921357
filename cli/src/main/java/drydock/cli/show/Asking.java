package drydock.cli.show;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What an agent asks a person, whole: who answers must have seen it. Pure.
final class Asking {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INDENT = "  ";

  private Asking() {}

  /// @param asked an `approval_asked` event, or an open approval of a task
  static List<Line> lines(JsonNode asked) {
    var id = asked.path("approval").asText(asked.path("id").asText());
    var lines = new ArrayList<Line>();
    lines.add(
        Line.heading(
            "%s? may the agent %s (%s)".formatted(INDENT, verb(asked.path("kind").asText()), id)));
    text("| ", asked.path("subject").asText()).forEach(lines::add);
    var input = parsed(asked.path("input").asText());
    text("- ", input.path("old_text").asText()).forEach(lines::add);
    text("+ ", input.path("new_text").asText(input.path("content").asText())).forEach(lines::add);
    return lines;
  }

  private static String verb(String kind) {
    return switch (kind) {
      case "execute" -> "run";
      case "edit" -> "change";
      case "delete" -> "delete";
      case "move" -> "move";
      case "read" -> "read";
      case "fetch" -> "fetch";
      default -> "do";
    };
  }

  private static Stream<Line> text(String mark, String text) {
    return text.lines().map(line -> Line.plain(INDENT + INDENT + mark + line));
  }

  /// An agent's word: it may be cut, or no JSON at all.
  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException _) {
      return MissingNode.getInstance();
    }
  }
}
