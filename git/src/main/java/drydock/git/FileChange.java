package drydock.git;

import java.util.List;
import java.util.Optional;

/// What became of one file.
///
/// @param path the path now; of a deleted file the path it had
/// @param oldPath of a renamed file
/// @param oldMode as git writes it, `100644`; none for an added file
/// @param newMode none for a deleted file
/// @param additions lines; 0 if binary
/// @param hunks of a text file; not all of them if [#cut]
/// @param cut whether hunks were left out because they are too many to show
public record FileChange(
    String path,
    Optional<String> oldPath,
    Status status,
    Optional<String> oldMode,
    Optional<String> newMode,
    boolean binary,
    int additions,
    int deletions,
    List<Hunk> hunks,
    boolean cut) {
  public enum Status {
    ADDED,
    MODIFIED,
    DELETED,
    RENAMED,
    MODE_CHANGED,
    /// A file became a link, or the other way round.
    TYPE_CHANGED
  }

  /// A piece of a unified diff.
  ///
  /// @param lines each with its mark: space, `+`, `-` or `\`
  public record Hunk(int oldStart, int oldLines, int newStart, int newLines, List<String> lines) {
    public Hunk {
      lines = List.copyOf(lines);
    }
  }

  public FileChange {
    hunks = List.copyOf(hunks);
  }
}
