package drydock.git;

import drydock.git.files.RawPath;
import java.util.ArrayList;
import java.util.List;

/// Notes for people, as many as one reads.
final class Notes {
  private static final int MAX = 50;
  private final List<String> lines = new ArrayList<>();
  private int more;

  /// `1 file`, `2 files`.
  static String counted(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  void add(String line) {
    if (lines.size() < MAX) {
      lines.add(line);
    } else {
      more++;
    }
  }

  void add(RawPath path, String fact) {
    add(path + " " + fact);
  }

  List<String> list() {
    var all = new ArrayList<>(lines);
    if (more > 0) {
      all.add("and " + more + " more of this kind");
    }
    return List.copyOf(all);
  }
}
