package drydock.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import drydock.git.files.Folder;
import drydock.git.files.RawPath;
import drydock.git.process.Git;
import drydock.git.process.GitException;
import drydock.git.process.GitProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `.gitignore` files say, answered by `git check-ignore` itself in a folder of our own that
/// holds nothing but those files: git never sees the folder they came from. For one thread.
///
/// What tool chains leave behind by themselves is ignored in every repository, as most people's own
/// `core.excludesFile` does; a repository's `.gitignore` may take a pattern back with `!`.
final class IgnoreRules implements AutoCloseable {
  private static final List<String> ALWAYS =
      List.of(
          "__pycache__/",
          "*.py[co]",
          ".pytest_cache/",
          ".mypy_cache/",
          ".ruff_cache/",
          "node_modules/",
          ".DS_Store");

  private final Git git;
  private final Path mirror;
  private final Path scratch;
  private final Path always;
  private @Nullable GitProcess process;

  IgnoreRules(Git git, Path mirror) {
    this.git = git;
    this.mirror = mirror;
    try {
      this.scratch = Files.createTempDirectory(git.temporary(), "ignore");
      this.always = Files.createTempFile(git.temporary(), "always", ".ignore");
      Files.write(always, ALWAYS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A folder, and its `.gitignore` if it has one. Must come before any question about what is in
  /// it.
  void add(RawPath folder, byte[] rules) {
    try {
      Files.createDirectories(folder.under(scratch));
      Files.write(folder.child(RawPath.of(".gitignore")).under(scratch), rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether a whole folder is ignored.
  boolean ignoresFolder(RawPath folder) {
    try {
      // A pattern that ends in a slash matches folders only, so there must be one to be seen.
      Files.createDirectories(folder.under(scratch));
      return ignores(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether a file or link is ignored.
  boolean ignores(RawPath path) {
    if (process == null) {
      process =
          git.start(
              mirror,
              Map.of(),
              List.of(
                  "-C",
                  scratch.toString(),
                  "--work-tree=" + scratch,
                  "-c",
                  "core.excludesFile=" + always,
                  "check-ignore",
                  "--no-index",
                  "--stdin",
                  "-z",
                  "--verbose",
                  "--non-matching"));
    }
    return ask(process, path);
  }

  /// The answer is four fields: the file of the last pattern that matches, its line, the pattern,
  /// the path; the first three are empty if none does. A pattern with `!` takes back.
  private static boolean ask(GitProcess process, RawPath path) {
    try {
      // Without the dot a name that begins with a colon would be pathspec magic.
      process.input().write("./".getBytes(UTF_8));
      process.input().write(path.bytes());
      process.input().write(0);
      process.input().flush();
      var source = field(process);
      var _ = field(process);
      var pattern = field(process);
      var _ = field(process);
      return !source.isEmpty() && !pattern.startsWith("!");
    } catch (IOException e) {
      process.expectSuccess();
      throw new GitException(GitException.Cause.FAILED, "git check-ignore ended early", e);
    }
  }

  private static String field(GitProcess process) throws IOException {
    var field = new java.io.ByteArrayOutputStream();
    for (var b = process.output().read(); b != 0; b = process.output().read()) {
      if (b < 0) {
        throw new IOException("end of output");
      }
      field.write(b);
    }
    return field.toString(UTF_8);
  }

  @Override
  public void close() {
    if (process != null) {
      process.close();
    }
    Folder.delete(scratch);
    try {
      Files.deleteIfExists(always);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
