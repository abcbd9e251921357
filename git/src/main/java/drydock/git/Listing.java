package drydock.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import drydock.git.files.RawPath;
import drydock.git.objects.TreeEntry;
import drydock.git.process.Git;
import drydock.git.process.GitException;
import drydock.git.process.GitProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// All files of a commit, by their paths. A few kilobytes of history can name the same folders
/// again and again, to billions of files and to paths of any length: [#check] comes before all
/// else.
final class Listing {
  static final int MAX_FILES = 2_000_000;

  /// A working folder adds to it, and PATH_MAX is 4096.
  private static final int MAX_PATH = 3_000;

  private Listing() {}

  /// @throws GitException REPOSITORY_UNAVAILABLE if it has more files, or a longer path than a file
  ///   system takes
  static void check(Git git, Path mirror, String commit, int maxFiles) {
    var files = 0;
    try (var listing = listing(git, mirror, commit, "--name-only")) {
      for (var path = field(listing, MAX_PATH + 1); path != null; files++) {
        if (path.length() > MAX_PATH) {
          throw refused("a path longer than " + MAX_PATH + " bytes");
        }
        if (files == maxFiles) {
          throw refused("more than " + maxFiles + " files");
        }
        path = field(listing, MAX_PATH + 1);
      }
      listing.expectSuccess();
    }
  }

  private static GitException refused(String why) {
    return new GitException(GitException.Cause.REPOSITORY_UNAVAILABLE, "the commit has " + why);
  }

  static Map<RawPath, TreeEntry> of(Git git, Path mirror, String commit) {
    var files = new HashMap<RawPath, TreeEntry>();
    each(git, mirror, commit, files::put);
    return files;
  }

  /// `git ls-tree -r -z`: mode, type, id, TAB, path, NUL.
  static void each(Git git, Path mirror, String commit, BiConsumer<RawPath, TreeEntry> visitor) {
    try (var listing = listing(git, mirror, commit, "--full-tree")) {
      for (var line = field(listing, Integer.MAX_VALUE);
          line != null;
          line = field(listing, Integer.MAX_VALUE)) {
        var tab = line.indexOf('\t');
        var head = line.substring(0, tab).split(" ", -1);
        var path = new RawPath(line.substring(tab + 1));
        var mode = TreeEntry.Mode.of(Integer.parseInt(head[0], 8));
        visitor.accept(path, new TreeEntry(path.name(), mode, head[2]));
      }
      listing.expectSuccess();
    }
  }

  private static GitProcess listing(Git git, Path mirror, String commit, String option) {
    var process = git.start(mirror, Map.of(), List.of("ls-tree", "-r", "-z", option, commit));
    process.feed(new byte[0]);
    return process;
  }

  /// Up to the next NUL, and at most so many bytes of it; null at the end.
  private static @Nullable String field(GitProcess from, int most) {
    var field = new ByteArrayOutputStream();
    try {
      var b = from.output().read();
      if (b < 0) {
        return null;
      }
      for (; b > 0 && field.size() < most; b = from.output().read()) {
        field.write(b);
      }
      return field.toString(ISO_8859_1);
    } catch (IOException e) {
      throw new GitException(GitException.Cause.FAILED, "git ls-tree ended early", e);
    }
  }
}
