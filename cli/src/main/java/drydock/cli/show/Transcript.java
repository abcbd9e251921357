package drydock.cli.show;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The events of a task as lines to read. Holds what one event says about a later one: what the
/// agent is saying, and its open tool calls. An event of a kind that is not known here says
/// nothing.
public final class Transcript {
  private static final String INDENT = "  ";
  private static final int TAIL = 5;

  private final StringBuilder saying = new StringBuilder();
  private final Map<String, Call> calls = new HashMap<>();
  private int shown;
  private String lastWords = "";

  private record Call(String title, String kind) {}

  /// @param event in the flat form of the API: envelope, `type` and the type's own fields
  public List<Line> lines(JsonNode event) {
    var type = event.path("type").asText();
    if (type.equals("agent_said")) {
      return spoken(event.path("text").asText());
    }
    var told = told(type, event);
    if (told.isEmpty() && !type.equals("agent_stopped")) {
      // What says nothing may come between two pieces of one text.
      return told;
    }
    var lines = new ArrayList<>(silence());
    lines.addAll(told);
    return lines;
  }

  /// What the agent said last, as one text.
  public String lastWords() {
    return saying.isEmpty() ? lastWords : saying.toString();
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
      case "approval_asked" -> Asking.lines(event);
      case "approval_answered" -> List.of(answered(event));
      case "budget_raised" -> List.of(Line.quiet(raised(event.path("budget"))));
      case "cancel_requested" -> List.of(Line.bad("cancel was asked for"));
      case "ended" -> List.of(end(event.path("outcome")));
      default -> List.of();
    };
  }

  /// Whole lines of what the agent says, as they get whole.
  private List<Line> spoken(String piece) {
    saying.append(piece);
    var end = saying.lastIndexOf("\n");
    if (end < shown) {
      return List.of();
    }
    var whole = saying.substring(shown, end);
    shown = end + 1;
    return Arrays.stream(whole.split("\n", -1)).map(Transcript::words).toList();
  }

  /// The agent has said it all: the line that never got whole.
  private List<Line> silence() {
    var rest = saying.substring(shown);
    lastWords = saying.isEmpty() ? lastWords : saying.toString();
    saying.setLength(0);
    shown = 0;
    return rest.isBlank() ? List.of() : List.of(words(rest));
  }

  private static Line words(String text) {
    return Line.plain((INDENT + text).stripTrailing());
  }

  private static List<Line> moved(JsonNode event) {
    var reason = event.path("reason").asText();
    return reason.isEmpty()
        ? List.of()
        : List.of(Line.quiet("%s: %s".formatted(event.path("to").asText(), reason)));
  }

  private static String raised(JsonNode budget) {
    var limits = new ArrayList<String>();
    if (budget.has("usd")) {
      limits.add("$" + budget.path("usd").asText());
    }
    if (budget.has("tokens")) {
      limits.add(budget.path("tokens").asText() + " tokens");
    }
    limits.add(Durations.show(budget.path("time").asText()));
    return "more may be used: " + String.join(", ", limits);
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
    var call = new Call(firstLine(event.path("title").asText()), event.path("kind").asText());
    calls.put(event.path("call").asText(), call);
    // A thought changes nothing; a plan shows itself.
    return call.kind().equals("think")
        ? List.of()
        : List.of(Line.plain(INDENT + "> " + call.title()));
  }

  /// What a command printed last; of other calls that went well, the line that named them is
  /// enough.
  private List<Line> updated(JsonNode event) {
    var call = calls.getOrDefault(event.path("call").asText(), new Call("tool call", ""));
    var tail = tail(event.path("output").asText());
    return switch (event.path("status").asText()) {
      case "failed" -> joined(Line.bad(INDENT + "failed: " + call.title()), tail);
      case "completed" -> call.kind().equals("execute") ? tail : List.of();
      default -> List.of();
    };
  }

  private static List<Line> tail(String output) {
    var lines = output.lines().filter(line -> !line.isBlank()).toList();
    return lines.subList(Math.max(0, lines.size() - TAIL), lines.size()).stream()
        .map(line -> Line.quiet(INDENT + "| " + line))
        .toList();
  }

  private static List<Line> joined(Line first, List<Line> rest) {
    return Stream.concat(Stream.of(first), rest.stream()).toList();
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

  private static Line answered(JsonNode event) {
    var reason = event.path("reason").asText();
    var text =
        "%s: %s"
            .formatted(
                event.path("approval").asText(),
                reason.isEmpty() ? "by " + event.at("/actor/name").asText() : reason);
    return event.path("allowed").asBoolean()
        ? Line.quiet(INDENT + "allowed " + text)
        : Line.bad(INDENT + "denied " + text);
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
