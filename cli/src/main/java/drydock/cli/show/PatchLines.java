package drydock.cli.show;

import java.util.List;

/// A patch as lines for the screen, as `git diff` colours them. Pure.
public final class PatchLines {
  private PatchLines() {}

  public static List<Line> of(String patch) {
    return patch.lines().map(PatchLines::line).toList();
  }

  private static Line line(String text) {
    if (text.startsWith("diff ")
        || text.startsWith("+++ ")
        || text.startsWith("--- ")
        || text.startsWith("index ")) {
      return Line.heading(text);
    }
    if (text.startsWith("@@")) {
      return Line.quiet(text);
    }
    if (text.startsWith("+")) {
      return Line.good(text);
    }
    return text.startsWith("-") ? Line.bad(text) : Line.plain(text);
  }
}
