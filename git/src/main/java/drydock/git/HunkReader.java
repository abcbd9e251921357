package drydock.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import drydock.git.FileChange.Hunk;
import drydock.git.process.Git;
import drydock.git.process.GitException;
import drydock.git.process.GitProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the hunks of a patch, file by file, as much as a person can look at: the rest of a file,
/// and files after too many lines in all, are cut.
final class HunkReader implements AutoCloseable {
  private static final int FILE_LINES = 3_000;
  private static final int ALL_LINES = 30_000;
  private static final int LINE_BYTES = 4_000;
  private static final Pattern HEAD =
      Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@.*");

  private final GitProcess process;
  private int linesLeft = ALL_LINES;
  private @Nullable String line;

  HunkReader(Git git, Path mirror, String base, String tree) {
    var args = new ArrayList<String>(List.of("diff-tree", "-p"));
    args.addAll(Diff.RENAMES);
    args.addAll(List.of("--no-color", "--no-ext-diff", "--no-textconv", "-U3", base, tree));
    this.process = git.start(mirror, Map.of(), args);
    this.line = read();
  }

  record Hunks(List<Hunk> hunks, boolean cut) {}

  /// The hunks of the next file; of a file that changed its type there are two parts, a deletion
  /// and an addition.
  Hunks next(int parts) {
    var hunks = new ArrayList<Hunk>();
    var left = Math.min(FILE_LINES, linesLeft);
    var cut = false;
    for (var part = 0; part < parts; part++) {
      line = read(); // past "diff --git"
      while (line != null && !line.startsWith("diff --git ")) {
        var head = HEAD.matcher(line);
        if (!head.matches()) {
          line = read();
          continue;
        }
        var lines = lines();
        if (lines.size() > left) {
          cut = true;
        } else {
          left -= lines.size();
          linesLeft -= lines.size();
          hunks.add(
              new Hunk(
                  Integer.parseInt(head.group(1)),
                  count(head.group(2)),
                  Integer.parseInt(head.group(3)),
                  count(head.group(4)),
                  lines));
        }
      }
    }
    return new Hunks(hunks, cut);
  }

  private List<String> lines() {
    var lines = new ArrayList<String>();
    line = read();
    while (line != null && !line.isEmpty() && " +-\\".indexOf(line.charAt(0)) >= 0) {
      if (lines.size() <= FILE_LINES) {
        lines.add(line);
      }
      line = read();
    }
    return lines;
  }

  private static int count(@Nullable String group) {
    return group == null ? 1 : Integer.parseInt(group);
  }

  /// Up to the line feed: a carriage return is content. Of a longer line the rest is dropped.
  private @Nullable String read() {
    try {
      var bytes = new ByteArrayOutputStream();
      var b = process.output().read();
      if (b < 0) {
        return null;
      }
      for (; b >= 0 && b != '\n'; b = process.output().read()) {
        if (bytes.size() < LINE_BYTES) {
          bytes.write(b);
        }
      }
      return bytes.toString(UTF_8);
    } catch (IOException e) {
      throw new GitException(GitException.Cause.FAILED, "git's diff cannot be read", e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
