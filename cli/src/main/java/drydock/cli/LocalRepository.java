package drydock.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A folder that a person names as the code: a repository, a part of one (then the whole is meant),
/// or just files.
///
/// @param top the topmost folder of its files
/// @param objects its object folder; none if it is no repository
/// @param head the commit it is at; none if there is no commit yet
/// @param branch the branch it is on, or `main`
record LocalRepository(
    Path top, Optional<Path> objects, Optional<String> head, String branch, boolean isShallow) {

  static LocalRepository at(Path folder) {
    var git = Git.in(folder);
    var found = git.ask("", "rev-parse", "--git-common-dir");
    if (!found.ok()) {
      if (found.complaint().contains("not a git repository")) {
        return new LocalRepository(folder, Optional.empty(), Optional.empty(), "main", false);
      }
      throw new CliException(ExitCode.USAGE, found.complaint());
    }
    var bare = git.run("rev-parse", "--is-bare-repository").equals("true");
    var head = git.ask("", "rev-parse", "--verify", "--quiet", "HEAD^{commit}");
    var branch = git.ask("", "symbolic-ref", "--quiet", "--short", "HEAD");
    return new LocalRepository(
        bare ? folder : Path.of(git.run("rev-parse", "--show-toplevel")),
        Optional.of(folder.resolve(found.output()).resolve("objects").normalize()),
        head.ok() ? Optional.of(head.output()) : Optional.empty(),
        branch.ok() ? branch.output() : "main",
        git.run("rev-parse", "--is-shallow-repository").equals("true"));
  }

  boolean isRepository() {
    return objects.isPresent();
  }

  /// How many files differ from what is committed, new ones included, ignored ones not.
  long uncommitted() {
    if (!isRepository() || !Files.exists(top.resolve(".git"))) {
      return 0;
    }
    return Git.in(top).run("status", "--porcelain").lines().count();
  }
}
