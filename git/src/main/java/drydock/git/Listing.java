package drydock.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import drydock.git.files.RawPath;
import drydock.git.objects.TreeEntry;
import drydock.git.process.Git;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// All files of a commit, by their paths.
final class Listing {
  private Listing() {}

  /// `git ls-tree -r -z`: mode, type, id, TAB, path, NUL.
  static Map<RawPath, TreeEntry> of(Git git, Path mirror, String commit) {
    var files = new HashMap<RawPath, TreeEntry>();
    var text = new String(git.bytes(mirror, "ls-tree", "-r", "-z", commit), ISO_8859_1);
    for (var line : text.split("\0", -1)) {
      if (!line.isEmpty()) {
        var tab = line.indexOf('\t');
        var head = line.substring(0, tab).split(" ", -1);
        var path = new RawPath(line.substring(tab + 1));
        var mode = TreeEntry.Mode.of(Integer.parseInt(head[0], 8));
        files.put(path, new TreeEntry(path.name(), mode, head[2]));
      }
    }
    return files;
  }
}
