package drydock.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.git.process.GitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("integration")
class CheckoutTest {
  @TempDir Path place;
  Bench bench;

  @BeforeEach
  void start() {
    bench = new Bench(place);
  }

  private Mirror checkedOut(String script) {
    var mirror = bench.origin(script);
    mirror.checkout(mirror.resolve(Optional.empty()), place.resolve("base"));
    return mirror;
  }

  private String inBase(String script) {
    return Shell.run(place.resolve("base"), script);
  }

  @Test
  void it_is_a_repository_of_its_own_with_the_history_of_its_commit_only() {
    checkedOut(
        """
        echo 1 > a; git add a; git commit -qm Earlier; git checkout -qb other; echo secret > s
        git add s; git commit -qm Other; git checkout -q main; echo 2 > a; chmod +x a; ln -s / out
        """);

    assertThat(inBase("git log --format=%s; git branch -a; git remote; git status --porcelain"))
        .isEqualTo("First commit\nEarlier\n* main\n");
    assertThat(
            inBase("git fsck --full --strict 2>&1; git cat-file --batch-all-objects --batch-check"))
        .doesNotContain("error", "missing");
    assertThat(
            inBase(
                "git cat-file --batch-all-objects --batch-check='%(objecttype)' | grep -c commit"))
        .isEqualTo("2\n");
    assertThat(bench.listing("base")).isEqualTo(bench.listing("origin"));
    assertThat(
            inBase("find .git -type f -links +1; find .git -name '*.sample' -o -name alternates"))
        .isEmpty();
  }

  @Test
  void its_index_stays_fresh_when_the_files_are_copied_or_change_their_owner() {
    checkedOut("for i in 1 2 3; do echo $i > $i; done");

    // diff-files compares times, sizes and owners with the index, and does not look further.
    assertThat(inBase("for i in 1 2 3; do cp -p $i x; mv x $i; done; git diff-files --name-only"))
        .isEmpty();
  }

  @Test
  void a_second_time_does_nothing_and_a_failure_leaves_nothing() throws IOException {
    var mirror = checkedOut("echo 1 > a");
    inBase("echo changed > a");
    mirror.checkout(mirror.resolve(Optional.empty()), place.resolve("base"));
    assertThat(inBase("cat a")).isEqualTo("changed\n");

    var wrong = new Commit("0123456789012345678901234567890123456789", "none");
    assertThatThrownBy(() -> mirror.checkout(wrong, place.resolve("wrong")))
        .isInstanceOf(GitException.class);
    try (var left = Files.list(place)) {
      assertThat(left.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("base", "origin", "home", "mirrors");
    }
  }

  @Test
  void a_commit_with_billions_of_files_is_refused() {
    Shell.run(
        place,
        """
        git init -q -b main origin; cd origin; echo 1 > a; git add a; tree=$(git write-tree)
        for level in 1 2 3 4 5 6 7 8 9; do
          tree=$(for i in 0 1 2 3 4 5 6 7 8 9; do printf '040000 tree %s\\tn%s\\n' $tree $i; done | git mktree)
        done
        git update-ref refs/heads/main $(git commit-tree -m Bomb $tree)
        """);
    var mirror =
        bench.mirrors.ofUrl(
            place.resolve("origin").toString(), Optional.empty(), LocalPaths.ALLOWED);

    assertThatThrownBy(
            () -> mirror.checkout(mirror.resolve(Optional.empty()), place.resolve("base")))
        .hasMessage("the commit has more than 2000000 files");
  }
}
