package drydock.cli.show;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A task as lines to read: what came of it. Pure.
public final class Report {
  private Report() {}

  /// One line for a list.
  public static Line row(JsonNode task) {
    var prompt = task.path("prompt").asText().lines().findFirst().orElse("");
    var text =
        "%-20s  %-10s  %-16.16s  %.60s"
            .formatted(
                task.path("id").asText(),
                task.path("state").asText(),
                task.path("createdAt").asText().replace('T', ' '),
                prompt);
    return switch (task.path("state").asText()) {
      case "failed" -> Line.bad(text);
      case "succeeded" -> Line.good(text);
      default -> Line.plain(text);
    };
  }

  public static List<Line> whole(JsonNode task) {
    var lines = new ArrayList<Line>();
    lines.add(row(task));
    waiting(task.path("queue"), lines);
    lines.addAll(asked(task));
    lines.addAll(answering(task));
    for (var phase : task.path("phases")) {
      var took = phase.path("took").asText();
      lines.add(
          Line.plain(
              "  %-10s %9s  %s"
                  .formatted(
                      phase.path("phase").asText(),
                      took.isEmpty() ? "…" : Durations.show(took),
                      phase.path("note").asText())
                  .stripTrailing()));
    }
    failure(task.path("failure"), lines);
    lines.addAll(explanation(task));
    lines.add(Line.plain(""));
    lines.addAll(end(task));
    return lines;
  }

  /// What its agents ask.
  public static List<Line> asked(JsonNode task) {
    return task.path("approvals")
        .valueStream()
        .flatMap(each -> Asking.lines(each).stream())
        .toList();
  }

  /// How a person answers what its agents ask; nothing if they ask nothing.
  public static List<Line> answering(JsonNode task) {
    var open = task.path("approvals");
    var id = task.path("id").asText();
    var which = open.size() > 1 ? " --approval " + open.path(0).path("id").asText() : "";
    return open.isEmpty()
        ? List.of()
        : List.of(
            Line.quiet("  answer it: ./drydock approve %s%s   (or deny)".formatted(id, which)));
  }

  public static List<Line> explanation(JsonNode task) {
    var explanation = explanationOf(task);
    if (explanation.isBlank()) {
      return List.of();
    }
    var lines = new ArrayList<Line>();
    lines.add(Line.plain(""));
    explanation.lines().map(Line::plain).forEach(lines::add);
    return lines;
  }

  /// Whether these words are the task's explanation.
  public static boolean explains(JsonNode task, String words) {
    return explanationOf(task).equals(words.strip());
  }

  private static String explanationOf(JsonNode task) {
    return task.path("result").path("explanation").asText().strip();
  }

  /// Size of the change, check, spending, and where to go on.
  public static List<Line> end(JsonNode task) {
    var lines = new ArrayList<Line>();
    diffStat(task.path("result").path("diffStat"), lines);
    check(task.path("result").path("check"), lines);
    for (var artifact : task.path("result").path("artifacts")) {
      lines.add(
          Line.plain(
              "artifact   output/%s (%s bytes)"
                  .formatted(artifact.path("path").asText(), artifact.path("bytes").asText())));
    }
    usage(task.path("usage"), lines);
    var page = task.path("links").path("page").asText();
    if (!page.isEmpty()) {
      lines.add(Line.quiet("page       " + page));
    }
    return lines;
  }

  private static void waiting(JsonNode queue, List<Line> to) {
    if (queue.isObject()) {
      to.add(
          Line.plain(
              "  waits at position %d: %s"
                  .formatted(queue.path("position").asInt(), queue.path("reason").asText())));
    }
  }

  private static void failure(JsonNode failure, List<Line> to) {
    if (failure.isObject()) {
      to.add(
          Line.bad(
              "failed (%s): %s"
                  .formatted(failure.path("cause").asText(), failure.path("message").asText())));
      failure.path("logTail").asText().lines().map(l -> Line.quiet("  | " + l)).forEach(to::add);
    }
  }

  private static void diffStat(JsonNode stat, List<Line> to) {
    if (stat.isObject()) {
      var files = stat.path("files").asInt();
      to.add(
          Line.plain(
              files == 0
                  ? "diff       nothing changed"
                  : "diff       %d %s, +%d -%d"
                      .formatted(
                          files,
                          files == 1 ? "file" : "files",
                          stat.path("additions").asInt(),
                          stat.path("deletions").asInt())));
    }
  }

  private static void check(JsonNode check, List<Line> to) {
    if (check.isObject()) {
      var status = check.path("status").asText();
      var text =
          "check      %s: %s (%s)"
              .formatted(
                  status,
                  check.path("command").asText().strip(),
                  Durations.show(check.path("took").asText()));
      to.add(status.equals("passed") ? Line.good(text) : Line.bad(text));
    }
  }

  private static void usage(JsonNode usage, List<Line> to) {
    var calls = usage.path("calls").asInt();
    if (calls > 0) {
      var tokens = usage.path("tokens");
      var usd = usage.path("usd").decimalValue();
      to.add(
          Line.quiet(
              "model      %d calls, %d tokens in, %d out%s"
                  .formatted(
                      calls,
                      tokens.path("input").asLong(),
                      tokens.path("output").asLong(),
                      usd.signum() > 0 ? ", $" + usd.toPlainString() : "")));
    }
  }
}
