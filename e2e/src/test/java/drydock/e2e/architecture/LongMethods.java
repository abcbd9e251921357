package drydock.e2e.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds methods by the formatter's indentation: a member starts at two (or four, nested) blanks
/// and ends at the closing brace of the same depth.
final class LongMethods {
  private static final Pattern START = Pattern.compile("^( {2}| {4})[\\w<@][^=;]*?(\\w+)\\([^;]*$");

  private LongMethods() {}

  static List<String> in(Path file, int limit) {
    var lines = ShapeTest.read(file).lines().toList();
    var found = new ArrayList<String>();
    for (var i = 0; i < lines.size(); i++) {
      var start = START.matcher(lines.get(i));
      if (start.find() && !lines.get(i).contains("record ")) {
        var end = end(lines, i, start.group(1) + "}");
        if (end - i + 1 > limit) {
          found.add(file.getFileName() + ":" + start.group(2) + " (" + (end - i + 1) + ")");
        }
        i = Math.max(i, Math.min(end, i + limit));
      }
    }
    return found;
  }

  private static int end(List<String> lines, int from, String close) {
    for (var i = from; i < lines.size(); i++) {
      if (lines.get(i).equals(close) || (i == from && lines.get(i).endsWith("}"))) {
        return i;
      }
      var last = lines.get(i);
      if (((last.endsWith(";") && i > from) || last.endsWith("),")) && depth(lines, from, i) == 0) {
        return i; // an abstract method, or an enum's constant
      }
    }
    return from;
  }

  private static int depth(List<String> lines, int from, int to) {
    var depth = 0;
    for (var i = from; i <= to; i++) {
      depth += lines.get(i).chars().map(c -> c == '{' ? 1 : c == '}' ? -1 : 0).sum();
    }
    return depth;
  }
}
