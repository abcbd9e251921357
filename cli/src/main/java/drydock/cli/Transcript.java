package drydock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The events of a task as lines to read. Holds what one event says about a later one: the text
/// that is not a whole line yet, and the titles of tool calls. An event of a kind that is not known
/// here says nothing.
final class Transcript {
  private static final String INDENT = "  ";

  private final StringBuilder words = new StringBuilder();
  private final Map<String, String> calls = new HashMap<>();

  /// @param event in the flat form of the API: envelope, `type` and the type's own fields
  List<Line> lines(JsonNode event) {
    var type = event.path("type").asText();
    if (type.equals("agent_said")) {
      return spoken(event.path("text").asText());
    }
    var lines = new ArrayList<>(rest());
    lines.addAll(told(type, event));
    return lines;
  }

  private List<Line> told(String type, JsonNode event) {
    return switch (type) {
      case "state_changed" -> moved(event);
      case "phase_started" -> List.of(Line.quiet(event.path("phase").asText() + " …"));
      case "phase_ended" -> List.of(phase(event));
      case "checked_out" ->
          List.of(
              Line.quiet(
                  "%sbase %.7s %s"
                      .formatted(
                          INDENT, event.path("commit").asText(), event.path("subject").asText())));
      case "noted" -> List.of(Line.quiet(INDENT + event.path("text").asText()));
      case "output_written" -> indented(event.path("text").asText());
      case "network_tried" -> network(event);
      case "user_said" -> List.of(Line.heading("you: " + event.path("text").asText()));
      case "tool_started" -> started(event);
      case "tool_updated" -> updated(event);
      case "plan_changed" -> plan(event.path("entries"));
      case "permission_answered" -> permission(event);
      case "cancel_requested" -> List.of(Line.bad("cancel was asked for"));
      case "ended" -> List.of(end(event.path("outcome")));
      default -> List.of();
    };
  }

  /// Whole lines of what the agent says, as they get whole.
  private List<Line> spoken(String piece) {
    words.append(piece);
    var end = words.lastIndexOf("\n");
    if (end < 0) {
      return List.of();
    }
    var whole = words.substring(0, end);
    words.delete(0, end + 1);
    return whole.lines().map(text -> Line.plain(INDENT + text)).toList();
  }

  private List<Line> rest() {
    var left = words.toString();
    words.setLength(0);
    return left.isBlank() ? List.of() : List.of(Line.plain(INDENT + left));
  }

  private static List<Line> moved(JsonNode event) {
    var reason = event.path("reason").asText();
    return reason.isEmpty()
        ? List.of()
        : List.of(Line.quiet("%s: %s".formatted(event.path("to").asText(), reason)));
  }

  private static Line phase(JsonNode event) {
    var note = event.path("note").asText();
    return Line.heading(
        "%-10s %9s%s"
            .formatted(
                event.path("phase").asText(),
                Durations.show(event.path("took").asText()),
                note.isEmpty() ? "" : "   " + note));
  }

  private static List<Line> indented(String text) {
    return text.lines().map(line -> Line.quiet(INDENT + "| " + line)).toList();
  }

  private static List<Line> network(JsonNode event) {
    var tried = event.path("tried");
    var host = tried.path("host").asText() + ":" + tried.path("port").asText();
    return tried.path("decision").asText().equals("blocked")
        ? List.of(
            Line.bad("%sblocked: %s (%s)".formatted(INDENT, host, tried.path("reason").asText())))
        : List.of(Line.quiet(INDENT + "network: " + host));
  }

  private List<Line> started(JsonNode event) {
    var title = event.path("title").asText();
    calls.put(event.path("call").asText(), title);
    return List.of(Line.plain(INDENT + "> " + firstLine(title)));
  }

  /// A call that went well says nothing more: what it did is on the line that named it.
  private List<Line> updated(JsonNode event) {
    if (!event.path("status").asText().equals("failed")) {
      return List.of();
    }
    var title = calls.getOrDefault(event.path("call").asText(), "tool call");
    var lines = new ArrayList<Line>();
    lines.add(Line.bad(INDENT + "failed: " + firstLine(title)));
    var output = event.path("output").asText().lines().toList();
    output.subList(Math.max(0, output.size() - 5), output.size()).stream()
        .map(line -> Line.quiet(INDENT + "| " + line))
        .forEach(lines::add);
    return lines;
  }

  private static List<Line> plan(JsonNode entries) {
    var lines = new ArrayList<Line>();
    for (var entry : entries) {
      var mark =
          switch (entry.path("status").asText()) {
            case "completed" -> "[x] ";
            case "in_progress" -> "[>] ";
            default -> "[ ] ";
          };
      lines.add(Line.quiet(INDENT + mark + entry.path("text").asText()));
    }
    return lines;
  }

  private static List<Line> permission(JsonNode event) {
    var text = event.path("title").asText() + " (by " + event.path("by").asText() + ")";
    return event.path("allowed").asBoolean()
        ? List.of(Line.quiet(INDENT + "allowed: " + text))
        : List.of(Line.bad(INDENT + "denied: " + text));
  }

  private static Line end(JsonNode outcome) {
    return switch (outcome.path("type").asText()) {
      case "succeeded" -> Line.good("succeeded");
      case "canceled" -> Line.bad("canceled");
      default ->
          Line.bad(
              "failed (%s): %s"
                  .formatted(outcome.path("cause").asText(), outcome.path("message").asText()));
    };
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
