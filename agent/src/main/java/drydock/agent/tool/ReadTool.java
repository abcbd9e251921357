package drydock.agent.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.acp.ToolKind;
import java.io.IOException;
import java.util.List;

/// Reads a text file, or a part of it.
public final class ReadTool implements Tool {
  private static final int LINES = 2000;
  private static final int CHARACTERS = 50_000;

  private final Workplace place;

  public ReadTool(Workplace place) {
    this.place = place;
  }

  @Override
  public String name() {
    return "read";
  }

  @Override
  public ToolKind kind() {
    return ToolKind.READ;
  }

  @Override
  public String title(ObjectNode arguments) {
    return "Read " + Arguments.oneLine(Arguments.optional(arguments, "path").orElse(""));
  }

  @Override
  public Outcome run(ObjectNode arguments, Progress progress) {
    var path = place.resolve(Arguments.text(arguments, "path"));
    try {
      var lines = TextFile.read(path, place.show(path)).text().lines().toList();
      var first = Math.max(1, Arguments.number(arguments, "offset").orElse(1));
      var limit = Math.clamp(Arguments.number(arguments, "limit").orElse(LINES), 1, LINES);
      if (lines.isEmpty()) {
        return Outcome.said("(the file is empty)").about(path);
      }
      if (first > lines.size()) {
        return Outcome.failure(
            "the file has " + lines.size() + " lines only; offset " + first + " is beyond them");
      }
      var numbered = Arguments.flag(arguments, "line_numbers");
      return Outcome.said(part(lines, first, limit, numbered)).about(path);
    } catch (IOException e) {
      return Outcome.failure(String.valueOf(e.getMessage()));
    }
  }

  private static String part(List<String> lines, int first, int limit, boolean numbered) {
    var text = new StringBuilder();
    var number = first;
    while (number <= lines.size() && number < first + limit) {
      var line = lines.get(number - 1);
      if (text.length() + line.length() > CHARACTERS && !text.isEmpty()) {
        break;
      }
      if (numbered) {
        text.append(number).append('\t');
      }
      text.append(line, 0, Math.min(line.length(), CHARACTERS)).append('\n');
      number++;
    }
    if (number <= lines.size()) {
      text.append(
          "[lines %d to %d of %d; go on with offset %d]"
              .formatted(first, number - 1, lines.size(), number));
    }
    return text.toString();
  }
}
