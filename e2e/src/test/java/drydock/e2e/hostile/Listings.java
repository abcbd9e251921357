package drydock.e2e.hostile;

import drydock.e2e.server.Shell;
import java.nio.file.Path;
import java.util.List;

/// What lies in folders, to be compared.
final class Listings {
  private Listings() {}

  /// Names, kinds, modes, sizes, times and targets.
  static String exact(Path folder) {
    return Shell.bash(folder, "find . -printf '%p %y %m %s %T@ %l\\n' | LC_ALL=C sort");
  }

  /// All that a server keeps, but for the database's own files and for work folders of overlays,
  /// which only root can list.
  static List<String> everything(Path home) {
    return Shell.bash(
            home,
            "find . '(' -path ./db -o -type d ! -readable ')' -prune -o -print | LC_ALL=C sort")
        .lines()
        .toList();
  }
}
