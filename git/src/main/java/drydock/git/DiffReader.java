package drydock.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import drydock.git.FileChange.Status;
import drydock.git.files.RawPath;
import drydock.git.process.Git;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Reads `git diff-tree`'s raw form, numbers and hunks into [FileChange]s.
final class DiffReader {
  private final Git git;
  private final Path mirror;

  DiffReader(Git git, Path mirror) {
    this.git = git;
    this.mirror = mirror;
  }

  List<FileChange> read(String base, String tree) {
    var fields = fields(base, tree);
    var raws = new ArrayList<Raw>();
    while (!fields.isEmpty() && fields.peek().startsWith(":")) {
      raws.add(raw(fields));
    }
    var changes = new ArrayList<FileChange>();
    try (var patch = new HunkReader(git, mirror, base, tree)) {
      for (var raw : raws) {
        changes.add(change(raw, fields, patch));
      }
    }
    return List.copyOf(changes);
  }

  private Deque<String> fields(String base, String tree) {
    var args = new ArrayList<String>(List.of("diff-tree", "--raw", "--numstat", "-z"));
    args.addAll(Diff.RENAMES);
    args.addAll(List.of("--full-index", base, tree));
    var output = git.bytes(mirror, args.toArray(String[]::new));
    return new ArrayDeque<>(List.of(new String(output, ISO_8859_1).split("\0", -1)));
  }

  private record Raw(
      String oldMode,
      String newMode,
      boolean sameContent,
      char letter,
      String oldPath,
      String path) {
    Status status() {
      return switch (letter) {
        case 'A' -> Status.ADDED;
        case 'D' -> Status.DELETED;
        case 'R' -> Status.RENAMED;
        case 'T' -> Status.TYPE_CHANGED;
        default -> sameContent ? Status.MODE_CHANGED : Status.MODIFIED;
      };
    }
  }

  /// `:100644 100644 ID ID M`, then the path; the old and the new one if renamed.
  private static Raw raw(Deque<String> fields) {
    var head = fields.remove().substring(1).split(" ", -1);
    var letter = head[4].charAt(0);
    var path = fields.remove();
    var newPath = letter == 'R' ? fields.remove() : path;
    return new Raw(head[0], head[1], head[2].equals(head[3]), letter, path, newPath);
  }

  /// The numbers: `ADDED TAB DELETED TAB PATH`, `-` for binary files; of a renamed file the path is
  /// empty and both follow.
  private static FileChange change(Raw raw, Deque<String> fields, HunkReader patch) {
    var numbers = fields.remove().split("\t", 3);
    if (raw.letter() == 'R') {
      fields.remove();
      fields.remove();
    }
    var binary = numbers[0].equals("-");
    var hunks = patch.next(raw.letter() == 'T' ? 2 : 1);
    return new FileChange(
        new RawPath(raw.path()).toString(),
        raw.letter() == 'R' ? Optional.of(new RawPath(raw.oldPath()).toString()) : Optional.empty(),
        raw.status(),
        mode(raw.oldMode()),
        mode(raw.newMode()),
        binary,
        binary ? 0 : Integer.parseInt(numbers[0]),
        binary ? 0 : Integer.parseInt(numbers[1]),
        hunks.hunks(),
        hunks.cut());
  }

  private static Optional<String> mode(String mode) {
    return mode.equals("000000") ? Optional.empty() : Optional.of(mode);
  }
}
