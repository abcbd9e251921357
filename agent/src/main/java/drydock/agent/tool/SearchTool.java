package drydock.agent.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.acp.PlanEntry;
import drydock.acp.ToolKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds lines by a regular expression: with `git grep` in a repository (which knows what is
/// ignored), else by walking.
public final class SearchTool implements Tool {
  private static final int SHOWN_LINES = 200;
  private static final int LINE_LENGTH = 300;
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Progress SILENT =
      new Progress() {
        @Override
        public void printed(String piece, String recent) {}

        @Override
        public void planned(List<PlanEntry> entries) {}
      };

  private final Workplace place;

  public SearchTool(Workplace place) {
    this.place = place;
  }

  @Override
  public String name() {
    return "search";
  }

  @Override
  public ToolKind kind() {
    return ToolKind.SEARCH;
  }

  @Override
  public String title(ObjectNode arguments) {
    return "Search " + Arguments.oneLine(Arguments.optional(arguments, "pattern").orElse(""));
  }

  @Override
  public Outcome run(ObjectNode arguments, Progress progress) throws InterruptedException {
    var pattern = Arguments.text(arguments, "pattern");
    var within = place.resolve(Arguments.optional(arguments, "path").orElse("."));
    if (!Files.exists(within)) {
      return Outcome.failure("there is no " + place.show(within));
    }
    var query =
        new Query(
            pattern,
            within,
            Arguments.optional(arguments, "glob"),
            Arguments.flag(arguments, "ignore_case"));
    try {
      var found = byGit(query);
      return told(found.isPresent() ? found.get() : Walk.lines(query, place, SHOWN_LINES + 1));
    } catch (IOException | IllegalArgumentException e) {
      return Outcome.failure("the search failed: " + e.getMessage());
    }
  }

  /// @param glob of file names, such as `*.java`
  record Query(String pattern, Path within, Optional<String> glob, boolean ignoreCase) {}

  /// None where there is no git repository, or no git that knows Perl's expressions.
  private Optional<List<String>> byGit(Query query) throws IOException, InterruptedException {
    var script = new ArrayList<>(List.of("git", "grep", "-nIP", "--untracked", "--no-color"));
    if (query.ignoreCase()) {
      script.add("-i");
    }
    script.addAll(List.of("-e", query.pattern(), "--"));
    var folder = place.show(query.within());
    var inside = folder.isEmpty() ? "." : folder;
    script.add(query.glob().map(g -> ":(glob)" + globBelow(inside, g)).orElse(inside));
    var line = String.join(" ", script.stream().map(SearchTool::quoted).toList());
    var output = new Output(place.outputs().resolve("search.txt"));
    try (var command =
            Command.start(
                line + " | head -c 200000; exit ${PIPESTATUS[0]}",
                place.folder(),
                place.environment());
        var printed = new Printed(command.output(), output, SILENT)) {
      if (!command.await(TIMEOUT)) {
        throw new IOException("it took longer than a minute; search less");
      }
      printed.settle();
      // 0 found, 1 nothing found, 141 cut by head.
      return switch (command.status()) {
        case 0, 141 -> Optional.of(output.text().lines().toList());
        case 1 -> Optional.of(List.of());
        default -> Optional.empty();
      };
    }
  }

  private static String globBelow(String folder, String glob) {
    var prefix = folder.equals(".") ? "" : folder + "/";
    return prefix + (glob.contains("/") ? glob : "**/" + glob);
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private static Outcome told(List<String> lines) {
    if (lines.isEmpty()) {
      return Outcome.said("(nothing found)");
    }
    var text = new StringBuilder();
    lines.stream().limit(SHOWN_LINES).forEach(line -> text.append(clipped(line)).append('\n'));
    if (lines.size() > SHOWN_LINES) {
      text.append("[more was found; search for something more particular]");
    }
    return Outcome.said(text.toString());
  }

  private static String clipped(String line) {
    return line.length() > LINE_LENGTH ? line.substring(0, LINE_LENGTH) + "..." : line;
  }
}
