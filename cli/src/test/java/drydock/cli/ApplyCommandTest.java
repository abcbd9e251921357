package drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyCommandTest {
  private static final String TASK =
      """
      {"state":"succeeded","result":{"diffStat":{"files":2,"additions":2,"deletions":1}},
       "attempts":[{"number":1,"baseCommit":"0123456789"}]}\
      """;

  @TempDir private Path folder = Path.of("");
  private Repository repository = new Repository(folder, Git.in(folder));

  @BeforeEach
  void make_a_repository() {
    repository =
        Repository.make(folder).file("sum.py", "a - b\r\n").file("sub/x", "x\n").commit("First");
  }

  /// The diff that git itself takes of a mended file and a new one.
  private String patch() {
    repository.file("sum.py", "a + b  \r\n").file("sub/new.txt", "new\n");
    repository.git().run("add", "--all");
    repository.git().run("diff", "--cached", "--binary", "--output=.git/patch");
    repository.git().run("reset", "--quiet", "--hard");
    return repository.read(".git/patch");
  }

  private RecordedServer serving(String patch) {
    return new RecordedServer()
        .on("GET /api/tasks/x/diff.patch", 200, "text/x-diff", patch)
        .on("GET /api/tasks/x", TASK);
  }

  @Test
  void the_whole_patch_is_applied_from_a_subfolder_too_and_nothing_is_staged() {
    try (var server = serving(patch())) {
      var typed = Typed.at(server, folder.resolve("sub"), "apply", "x");
      assertThat(typed)
          .isEqualTo(
              new Typed(
                  0,
                  "diff       2 files, +2 -1\n",
                  "applied to %s; nothing is staged\n".formatted(folder)));
      assertThat(repository.read("sum.py")).isEqualTo("a + b  \r\n");
      assertThat(repository.git().run("status", "--porcelain"))
          .isEqualTo(" M sum.py\n?? sub/new.txt");
    }
  }

  @Test
  void what_does_not_apply_whole_touches_nothing() {
    var patch = patch();
    repository.file("sum.py", "a * b\n").file("sub/mine", "mine\n");
    repository.git().run("add", "sum.py");
    var before = repository.state();
    try (var server = serving(patch)) {
      var typed = Typed.at(server, folder, "apply", "x");
      assertThat(typed)
          .isEqualTo(
              new Typed(
                  1,
                  "",
                  """
                  drydock: x does not apply here, and no file was touched:
                    error: patch failed: sum.py:1
                    error: sum.py: patch does not apply
                  It was made at commit 0123456789. Commit or stash your changes and try again, \
                  or: git switch --detach 0123456789
                  """));
      assertThat(repository.state()).isEqualTo(before);
    }
  }

  @Test
  void a_file_that_is_there_already_is_not_overwritten() {
    var patch = patch();
    repository.file("sub/new.txt", "mine\n");
    try (var server = serving(patch)) {
      var typed = Typed.at(server, folder, "apply", "x");
      assertThat(typed.err())
          .contains("no file was touched")
          .contains("sub/new.txt: already exists in working directory");
      assertThat(repository.read("sub/new.txt")).isEqualTo("mine\n");
      assertThat(repository.read("sum.py")).isEqualTo("a - b\r\n");
    }
  }

  @Test
  void a_patch_cannot_reach_into_the_git_folder_or_out_of_the_tree() {
    for (var path : new String[] {".git/hooks/pre-commit", "../out"}) {
      var patch =
          """
          diff --git a/%1$s b/%1$s
          new file mode 100755
          --- /dev/null
          +++ b/%1$s
          @@ -0,0 +1 @@
          +x
          """
              .formatted(path);
      try (var server = serving(patch)) {
        var typed = Typed.at(server, folder, "apply", "x");
        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.err()).contains("invalid path '" + path + "'");
        assertThat(folder.resolve(path)).doesNotExist();
      }
    }
  }

  @Test
  void an_empty_diff_is_said() {
    try (var server = serving("")) {
      assertThat(Typed.at(server, folder, "apply", "x"))
          .isEqualTo(new Typed(0, "", "x changed nothing\n"));
    }
  }

  @Test
  void outside_of_a_repository_it_says_where_to_go(@TempDir Path elsewhere) {
    try (var server = serving("")) {
      assertThat(Typed.at(server, elsewhere, "apply", "x"))
          .isEqualTo(
              new Typed(
                  2,
                  "",
                  "drydock: not in a git repository; go to the one that the task was about\n"));
    }
  }
}
