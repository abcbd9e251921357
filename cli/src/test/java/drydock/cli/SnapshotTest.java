package drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
  @TempDir private Path folder = Path.of("");
  @TempDir private Path out = Path.of("");

  private Repository repository() {
    return Repository.make(folder)
        .file(".gitignore", "*.o\n")
        .file(".gitattributes", "secret.txt export-ignore\nid.txt export-subst\n*.bat eol=crlf\n")
        .file("secret.txt", "kept\n")
        .file("id.txt", "$Format:%H$\n")
        .file("run.bat", "one\ntwo\n")
        .file("naïve name.txt", "ü\n")
        .commit("First")
        .file("src/main.c", "int main;\n")
        .commit("Second");
  }

  /// The archive unpacked, as whoever gets it would.
  private Repository unpacked(Path source, Snapshot.Uncommitted uncommitted) throws IOException {
    try (var scratch = Scratch.make()) {
      var archive = Snapshot.take(LocalRepository.at(source), uncommitted, scratch);
      var tar = new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", out.toString());
      assertThat(tar.inheritIO().start().onExit().join().exitValue()).isZero();
    }
    return new Repository(out, Git.in(out));
  }

  @Test
  void a_folder_is_sent_as_its_committed_state_with_its_history() throws IOException {
    var source = repository().file("src/main.c", "changed\n").file("new.txt", "new\n");
    var before = source.state();

    var sent = unpacked(folder, Snapshot.Uncommitted.LEFT);

    assertThat(sent.head()).isEqualTo(source.head());
    assertThat(sent.git().run("log", "--format=%s")).isEqualTo("Second\nFirst");
    assertThat(sent.git().run("symbolic-ref", "HEAD")).isEqualTo("refs/heads/trunk");
    assertThat(sent.git().run("fsck", "--full")).isEmpty();
    assertThat(sent.read("src/main.c")).isEqualTo("int main;\n");
    assertThat(sent.read("id.txt")).isEqualTo("$Format:%H$\n");
    assertThat(sent.read("run.bat")).isEqualTo("one\ntwo\n");
    assertThat(sent.read("secret.txt")).isEqualTo("kept\n");
    assertThat(out.resolve("new.txt")).doesNotExist();
    assertThat(source.state()).isEqualTo(before);
  }

  @Test
  void of_git_only_objects_and_one_ref_are_sent() throws IOException {
    var source = repository();
    source.git().run("branch", "secret-plans");
    source.git().run("switch", "--quiet", "--create", "wip/trunk");
    source.git().run("config", "user.email", "ann@example.org");
    unpacked(folder, Snapshot.Uncommitted.LEFT);
    try (var paths = Files.walk(out.resolve(".git"))) {
      assertThat(paths.filter(Files::isRegularFile).map(p -> out.relativize(p).toString()))
          .satisfiesExactlyInAnyOrder(
              p -> assertThat(p).isEqualTo(".git/HEAD"),
              p -> assertThat(p).isEqualTo(".git/refs/heads/wip/trunk"),
              p -> assertThat(p).matches("\\.git/objects/pack/pack-[0-9a-f]+\\.pack"),
              p -> assertThat(p).matches("\\.git/objects/pack/pack-[0-9a-f]+\\.idx"));
    }
  }

  @Test
  void uncommitted_changes_are_sent_when_asked_but_nothing_ignored() throws IOException {
    var source =
        repository()
            .file("src/main.c", "changed\n")
            .file("new.txt", "new\n")
            .file("main.o", "binary")
            .file("private.txt", "mine");
    source.file(".git/info/exclude", "private.txt\n");
    source.file("staged.txt", "staged\n").git().run("add", "staged.txt");
    Files.delete(folder.resolve("secret.txt"));
    var before = source.state();

    var sent = unpacked(folder.resolve("src"), Snapshot.Uncommitted.SENT);

    assertThat(sent.git().run("log", "--format=%s"))
        .isEqualTo("Uncommitted changes\nSecond\nFirst");
    assertThat(sent.git().run("diff", "--name-status", "HEAD~1", "HEAD"))
        .isEqualTo("A\tnew.txt\nD\tsecret.txt\nM\tsrc/main.c\nA\tstaged.txt");
    assertThat(sent.read("src/main.c")).isEqualTo("changed\n");
    assertThat(sent.git().run("fsck", "--full")).isEmpty();
    assertThat(source.state()).isEqualTo(before);
  }

  @Test
  void the_same_files_are_the_same_archive() throws IOException {
    repository();
    try (var one = Scratch.make();
        var two = Scratch.make()) {
      var first = Snapshot.take(LocalRepository.at(folder), Snapshot.Uncommitted.LEFT, one);
      var second = Snapshot.take(LocalRepository.at(folder), Snapshot.Uncommitted.LEFT, two);
      assertThat(first).hasSameBinaryContentAs(second);
    }
  }

  @Test
  void a_folder_that_is_no_repository_is_sent_as_its_files(@TempDir Path plain) throws IOException {
    Files.createDirectories(plain.resolve("only/below"));
    Files.writeString(plain.resolve("only/below/a.txt"), "a\n");
    var sent = unpacked(plain, Snapshot.Uncommitted.LEFT);
    assertThat(sent.read("only/below/a.txt")).isEqualTo("a\n");
    assertThat(sent.git().run("log", "--format=%s")).isEqualTo("The files as they were");
    assertThat(plain.resolve(".git")).doesNotExist();
  }

  @Test
  void a_shallow_clone_is_sent_as_its_files(@TempDir Path elsewhere) throws IOException {
    var source = repository();
    var shallow = elsewhere.resolve("shallow");
    source.git().run("clone", "--quiet", "--depth=1", "file://" + folder, shallow.toString());
    var sent = unpacked(shallow, Snapshot.Uncommitted.LEFT);
    assertThat(sent.git().run("log", "--format=%s")).isEqualTo("The files as they were");
    assertThat(sent.git().run("rev-parse", "HEAD^{tree}"))
        .isEqualTo(source.git().run("rev-parse", "HEAD^{tree}"));
    assertThat(sent.git().run("fsck", "--full")).isEmpty();
  }

  @Test
  void a_second_work_tree_and_a_bare_repository_will_do_as_well(@TempDir Path elsewhere)
      throws IOException {
    var source = repository();
    var tree = elsewhere.resolve("tree");
    source.git().run("worktree", "add", "--quiet", "--detach", tree.toString(), "HEAD~1");
    var bare = elsewhere.resolve("bare.git");
    source.git().run("clone", "--quiet", "--bare", folder.toString(), bare.toString());
    for (var folder : List.of(tree, bare)) {
      try (var scratch = Scratch.make()) {
        var repository = LocalRepository.at(folder);
        assertThat(Snapshot.take(repository, Snapshot.Uncommitted.LEFT, scratch)).isNotEmptyFile();
      }
    }
    assertThat(LocalRepository.at(tree).branch()).isEqualTo("main");
  }

  @Test
  void what_is_not_sent_is_said() {
    repository().file("src/main.c", "changed\n").file("new.txt", "new\n").file("a.o", "");
    try (var server =
        new RecordedServer()
            .on(
                "POST /api/uploads?name=" + folder.getFileName() + ".tar.gz",
                201,
                "application/json",
                "{\"upload\":\"u_1\"}")
            .on("POST /api/tasks", 202, "application/json", "{\"id\":\"x\"}")) {
      assertThat(Typed.at(server, folder, "run", "Mend it", "--repo", ".", "--detach"))
          .isEqualTo(
              new Typed(
                  0,
                  "x\n",
                  "2 files are not committed, and not sent (--include-uncommitted sends them)\n"));
      assertThat(server.bodyOf("POST /api/tasks"))
          .isEqualTo("{\"prompt\":\"Mend it\",\"repo\":{\"upload\":\"u_1\"}}");
    }
  }

  @Test
  void of_a_folder_inside_it_is_said_that_the_whole_repository_is_sent() {
    repository().file("src/main.c", "c\n").commit("Second");
    try (var server =
        new RecordedServer()
            .on(
                "POST /api/uploads?name=" + folder.getFileName() + ".tar.gz",
                201,
                "application/json",
                "{\"upload\":\"u_1\"}")
            .on("POST /api/tasks", 202, "application/json", "{\"id\":\"x\"}")) {
      assertThat(Typed.at(server, folder, "run", "Mend it", "--repo", "src", "--detach"))
          .isEqualTo(
              new Typed(
                  0,
                  "x\n",
                  "src is a folder of the repository %s: the whole of that is sent\n"
                      .formatted(folder)));
    }
  }

  @Test
  void a_repository_without_a_commit_is_refused_with_a_way_out() {
    Repository.make(folder).file("a.txt", "a\n");
    try (var server = new RecordedServer()) {
      assertThat(Typed.at(server, folder, "run", "Mend it", "--repo", "."))
          .isEqualTo(
              new Typed(
                  2,
                  "",
                  "drydock: %s has no commit yet; commit, or send the files with --include-uncommitted\n"
                      .formatted(folder)));
    }
  }
}
