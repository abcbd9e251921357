package drydock.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import drydock.git.files.RawPath;
import drydock.git.objects.ObjectReader;
import drydock.git.objects.TreeEntry.Mode;
import drydock.git.process.Git;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a checkout does not bring: a commit, submodules and large files. A repository that has the
/// latter says so in files of its root folder, so one that has none costs nothing.
final class Lacks {
  private static final RawPath MODULES = RawPath.of(".gitmodules");
  private static final RawPath ATTRIBUTES = RawPath.of(".gitattributes");
  private static final int SHOWN = 5;

  private final Git git;
  private final Path mirror;
  private final Notes notes = new Notes();

  Lacks(Git git, Path mirror) {
    this.git = git;
    this.mirror = mirror;
  }

  List<String> of(String commit) {
    try (var objects = new ObjectReader(git, mirror)) {
      if (objects.find(Refs.EMPTY).filter(ours -> ours.id.equals(commit)).isPresent()) {
        notes.add("the repository has no commit yet: work begins on an empty tree");
      }
      var root = objects.treeOf(commit);
      if (root.containsKey(MODULES) || root.containsKey(ATTRIBUTES)) {
        Listing.check(git, mirror, commit, Listing.MAX_FILES);
      }
      if (root.containsKey(MODULES)) {
        submodules(commit);
      }
      if (root.containsKey(ATTRIBUTES)
          && objects
              .text(root.get(ATTRIBUTES).id())
              .filter(text -> new String(text, ISO_8859_1).contains("filter=lfs"))
              .isPresent()) {
        largeFiles(commit);
      }
    }
    return notes.list();
  }

  private void submodules(String commit) {
    var found = new ArrayList<RawPath>();
    Listing.each(
        git,
        mirror,
        commit,
        (path, entry) -> {
          if (entry.mode() == Mode.SUBMODULE) {
            found.add(path);
          }
        });
    var paths = found.stream().sorted().map(RawPath::toString).toList();
    if (!paths.isEmpty()) {
      var more = paths.size() > SHOWN ? " and " + (paths.size() - SHOWN) + " more" : "";
      notes.add(
          paths.stream()
              .limit(SHOWN)
              .collect(Collectors.joining(", ", "submodules are not fetched: ", more)));
    }
  }

  /// A pointer begins with this line (git-lfs's spec.md).
  private void largeFiles(String commit) {
    var found =
        git.ask(
            mirror,
            Map.of(),
            new byte[0],
            List.of("grep", "-l", "-z", "-e", "^version https://git-lfs.github.com/spec/", commit));
    var count = new String(found.output, ISO_8859_1).chars().filter(c -> c == 0).count();
    if (count > 0) {
      notes.add("LFS pointers, whose contents are not fetched: " + Notes.counted(count, "file"));
    }
  }
}
