package drydock.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A folder as one archive: a `.git` that holds the objects and the one ref of a commit with its
/// history, and beside it that commit's files, as they are in the repository.
///
/// The folder's own repository is only read: what must be made (a commit of what is not committed)
/// is made in a scratch repository that borrows its objects.
final class Snapshot {
  /// What commits of ours are signed with; fixed, so that the same files are the same archive.
  private static final Map<String, String> IDENTITY =
      Map.of(
          "GIT_AUTHOR_NAME", "Drydock",
          "GIT_AUTHOR_EMAIL", "drydock@localhost",
          "GIT_AUTHOR_DATE", "2000-01-01T00:00:00Z",
          "GIT_COMMITTER_NAME", "Drydock",
          "GIT_COMMITTER_EMAIL", "drydock@localhost",
          "GIT_COMMITTER_DATE", "2000-01-01T00:00:00Z");

  /// Overrides what the repository's own `.gitattributes` would do to files on their way into an
  /// archive: leave some out, fill some in, change line ends, run filters.
  private static final String AS_THEY_ARE =
      "* -export-ignore -export-subst -text -eol -filter -ident -working-tree-encoding\n";

  private final LocalRepository source;
  private final Scratch scratch;
  private final Git git;

  private Snapshot(LocalRepository source, Scratch scratch) {
    this.source = source;
    this.scratch = scratch;
    this.git = new Git(scratch.folder(), environment(source, scratch));
  }

  /// @param uncommitted send tracked changes and new files too, but nothing that is ignored
  /// @return the archive, a tar.gz in `scratch`
  static Path take(LocalRepository source, Uncommitted uncommitted, Scratch scratch) {
    return new Snapshot(source, scratch).archive(uncommitted);
  }

  enum Uncommitted {
    SENT,
    LEFT
  }

  private static Map<String, String> environment(LocalRepository source, Scratch scratch) {
    var env = new HashMap<>(IDENTITY);
    env.put("GIT_DIR", scratch.file("repo.git").toString());
    source
        .objects()
        .ifPresent(objects -> env.put("GIT_ALTERNATE_OBJECT_DIRECTORIES", objects.toString()));
    return env;
  }

  private Path archive(Uncommitted uncommitted) {
    git.run("init", "--quiet", "--bare", "--template=", scratch.file("repo.git").toString());
    var commit = commit(uncommitted);
    git.run("update-ref", "refs/heads/" + source.branch(), commit);
    git.run("symbolic-ref", "HEAD", "refs/heads/" + source.branch());
    git.runWith(
        commit + "\n",
        "pack-objects",
        "--quiet",
        "--revs",
        scratch.file("repo.git/objects/pack/pack").toString());
    write(scratch.file("repo.git/info/attributes"), AS_THEY_ARE);
    return pack(commit);
  }

  private String commit(Uncommitted uncommitted) {
    var head = source.head();
    if (head.isPresent() && uncommitted == Uncommitted.LEFT && !source.isShallow()) {
      return head.get();
    }
    var tree =
        head.isPresent() && uncommitted == Uncommitted.LEFT
            ? head.get() + "^{tree}"
            : treeOfFiles();
    // A shallow history cannot be sent: its oldest commits name parents that are not here.
    return head.isPresent() && !source.isShallow()
        ? git.run("commit-tree", tree, "-p", head.get(), "-m", "Uncommitted changes")
        : git.run("commit-tree", tree, "-m", "The files as they were");
  }

  /// A repository's own settings say what is ignored and how files are stored; its index and its
  /// objects are not touched.
  private String treeOfFiles() {
    var env = new HashMap<>(git.env());
    if (source.isRepository()) {
      env.remove("GIT_DIR");
      env.put("GIT_OBJECT_DIRECTORY", scratch.file("repo.git/objects").toString());
    } else {
      env.put("GIT_WORK_TREE", source.top().toString());
    }
    env.put("GIT_INDEX_FILE", scratch.file("index").toString());
    var files = new Git(source.top(), env);
    if (source.head().isPresent()) {
      files.run("read-tree", source.head().get());
    }
    files.run("add", "--all", ".");
    return files.run("write-tree");
  }

  /// `--add-file` puts a file, by its last name, below the last `--prefix` before it.
  private Path pack(String commit) {
    var archive = scratch.file("snapshot.tar.gz");
    var command = new ArrayList<>(List.of("archive", "--format=tar.gz", "--output=" + archive));
    command.add("--prefix=.git/");
    command.add("--add-file=" + scratch.file("repo.git/HEAD"));
    var branch = scratch.file("repo.git/refs/heads").resolve(source.branch());
    command.add("--prefix=.git/" + scratch.file("repo.git").relativize(branch.getParent()) + "/");
    command.add("--add-file=" + branch);
    command.add("--prefix=.git/objects/pack/");
    packs().forEach(file -> command.add("--add-file=" + file));
    command.add("--prefix=");
    command.add(commit);
    git.run(command.toArray(String[]::new));
    return archive;
  }

  private List<Path> packs() {
    try (var files = Files.list(scratch.file("repo.git/objects/pack"))) {
      return files
          .filter(f -> f.toString().endsWith(".pack") || f.toString().endsWith(".idx"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
