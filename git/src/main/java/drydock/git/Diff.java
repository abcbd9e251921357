package drydock.git;

import drydock.domain.task.DiffStat;
import drydock.git.process.Git;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/// What lies between a base commit and a tree. Immutable, thread safe.
public final class Diff {
  static final List<String> RENAMES = List.of("-r", "-M", "-l1000");

  private final Git git;
  private final Path mirror;
  private final String base;
  private final String tree;
  private final List<FileChange> files;

  Diff(Git git, Path mirror, String base, String tree) {
    this.git = git;
    this.mirror = mirror;
    this.base = base;
    this.tree = tree;
    this.files = new DiffReader(git, mirror).read(base, tree);
  }

  public DiffStat stat() {
    return new DiffStat(
        files.size(),
        files.stream().mapToInt(FileChange::additions).sum(),
        files.stream().mapToInt(FileChange::deletions).sum());
  }

  public List<FileChange> files() {
    return files;
  }

  /// Streams the patch, in git's format; it applies at the base commit with `git apply`. The stream
  /// stays open.
  public void writePatch(OutputStream into) throws IOException {
    git.pipe(
        mirror,
        into,
        "diff-tree",
        "-r",
        "-M",
        "-l1000",
        "-p",
        "--binary",
        "--full-index",
        "--no-color",
        "--no-ext-diff",
        "--no-textconv",
        "--src-prefix=a/",
        "--dst-prefix=b/",
        "-U3",
        base,
        tree);
  }
}
