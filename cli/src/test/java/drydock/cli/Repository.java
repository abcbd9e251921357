package drydock.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A real repository to try things on.
record Repository(Path folder, Git git) {
  static Repository make(Path folder) {
    var identity =
        Map.of(
            "GIT_AUTHOR_NAME", "Ann",
            "GIT_AUTHOR_EMAIL", "ann@example.org",
            "GIT_COMMITTER_NAME", "Ann",
            "GIT_COMMITTER_EMAIL", "ann@example.org",
            "GIT_CONFIG_GLOBAL", "/dev/null");
    var git = new Git(folder, identity);
    git.run("init", "--quiet", "--initial-branch=trunk");
    return new Repository(folder, git);
  }

  Repository file(String name, String text) {
    try {
      var file = folder.resolve(name);
      Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Repository commit(String subject) {
    git.run("add", "--all");
    git.run("commit", "--quiet", "--message", subject);
    return this;
  }

  String head() {
    return git.run("rev-parse", "HEAD");
  }

  /// Everything that a careless command could disturb: index, files, refs.
  String state() {
    return git.run("status", "--porcelain", "--ignored")
        + "\n"
        + git.run("ls-files", "--stage")
        + "\n"
        + git.run("for-each-ref")
        + "\n"
        + git.run("count-objects", "-v");
  }
}
