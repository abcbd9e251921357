package drydock.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.RefusedException;
import drydock.git.process.GitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("integration")
class MirrorsTest {
  @TempDir Path place;
  Bench bench;

  @BeforeEach
  void start() {
    bench = new Bench(place);
  }

  private Mirror fetched(String ref) {
    return bench.mirrors.ofUrl(
        place.resolve("origin").toString(), Optional.of(ref), LocalPaths.ALLOWED);
  }

  private String origin(String script) {
    return Shell.run(place.resolve("origin"), script).strip();
  }

  @Test
  void branches_tags_and_commits_are_found() {
    bench.origin("echo 1 > a");
    var first = origin("git rev-parse HEAD");
    origin(
        """
        git tag v1; git tag -a -m note v1-annotated; git checkout -qb feature/x
        echo 2 > a; git commit -qam Second; git checkout -q main
        """);
    var second = origin("git rev-parse feature/x");

    var mirror = fetched("main");

    assertThat(mirror.resolve(Optional.empty())).isEqualTo(new Commit(first, "First commit"));
    assertThat(mirror.resolve(Optional.of("v1-annotated")).id()).isEqualTo(first);
    assertThat(mirror.resolve(Optional.of("refs/tags/v1")).id()).isEqualTo(first);
    assertThat(mirror.resolve(Optional.of("feature/x"))).isEqualTo(new Commit(second, "Second"));
    assertThat(mirror.resolve(Optional.of(second)).id()).isEqualTo(second);
    assertThat(mirror.resolve(Optional.of(second.substring(0, 8))).id()).isEqualTo(second);
  }

  @Test
  void an_unknown_ref_names_what_is_near() {
    bench.origin("echo 1 > a");
    origin("git branch maintenance; git branch mail");

    assertThatThrownBy(() -> fetched("mian").resolve(Optional.of("mian")))
        .isInstanceOf(GitException.class)
        .hasMessage("there is no branch, tag or commit 'mian'; near: main");
    for (var ref : List.of("-x", "main..x", "HEAD~1", "main^{tree}", "@{-1}", "refs/drydock/x")) {
      assertThatThrownBy(() -> fetched(ref).resolve(Optional.of(ref)))
          .as(ref)
          .asInstanceOf(InstanceOfAssertFactories.type(GitException.class))
          .returns(GitException.Cause.REF_UNKNOWN, GitException::reason);
    }
  }

  @Test
  void a_mirror_follows_its_remote() {
    bench.origin("echo 1 > a");
    origin("git branch old; git branch a");
    fetched("old");
    origin(
        "git branch -D old; git branch -D a; git branch a/b; git checkout -qb trunk; "
            + "echo 2 > a; git commit -qam Trunk; git branch -D main");

    var mirror = fetched("trunk");

    assertThat(mirror.resolve(Optional.empty()).subject()).isEqualTo("Trunk");
    assertThat(mirror.resolve(Optional.of("a/b")).subject()).isEqualTo("First commit");
    assertThatThrownBy(() -> mirror.resolve(Optional.of("old"))).isInstanceOf(GitException.class);
  }

  @Test
  void refs_of_other_kinds_and_commits_without_a_branch_are_fetched_when_asked_for() {
    bench.origin("echo 1 > a");
    var pull =
        origin(
            """
            echo 2 > a; git commit -qam Pull; git update-ref refs/pull/7/head HEAD
            git rev-parse HEAD; git reset -q --hard HEAD~1
            """);
    assertThat(fetched("refs/pull/7/head").resolve(Optional.of("refs/pull/7/head")).id())
        .isEqualTo(pull);

    var lost =
        origin("echo 3 > a; git commit -qam Lost; git rev-parse HEAD; git reset -q --hard HEAD~1");
    origin("git config uploadpack.allowAnySHA1InWant true");
    assertThat(fetched(lost).resolve(Optional.of(lost)).subject()).isEqualTo("Lost");
  }

  @Test
  void a_commit_that_is_there_needs_no_remote() {
    bench.origin("echo 1 > a");
    var id = origin("git rev-parse HEAD");
    Shell.run(place, "mv origin away");

    assertThat(fetched(id).resolve(Optional.of(id)).id()).isEqualTo(id);
    assertThatThrownBy(() -> fetched("main"))
        .isInstanceOf(GitException.class)
        .hasMessageEndingWith("there is no git repository: check the URL or path");
  }

  @Test
  void an_empty_repository_has_an_empty_commit() {
    Shell.run(place, "git init -q -b main origin");
    var mirror = fetched("main");
    var commit = mirror.resolve(Optional.empty());

    assertThat(commit).isEqualTo(bench.mirrors.empty().resolve(Optional.empty()));
    assertThat(commit.subject()).isEqualTo("Empty repository");
    mirror.checkout(commit, place.resolve("base"));
    Shell.inOverlay(place, "base", "echo new > new");
    var tree =
        mirror.snapshot(
            commit, new ChangedFolder(place.resolve("upper"), ChangedFolder.Kind.OVERLAY_UPPER));
    assertThat(mirror.diff(commit, tree).files())
        .extracting(FileChange::path)
        .containsExactly("new");
  }

  @Test
  void a_mirror_that_fails_leaves_nothing() throws IOException {
    Shell.run(
        place,
        """
        git init -q -b main origin; cd origin; echo 1 > a; git add a; git commit -qm One
        blob=$(git rev-parse HEAD:a); chmod -R u+w .git/objects
        : > .git/objects/${blob:0:2}/${blob:2}
        """);

    assertThatThrownBy(() -> fetched("main")).isInstanceOf(GitException.class);
    try (var left = Files.list(place.resolve("mirrors"));
        var young = Files.list(place.resolve("mirrors/new"))) {
      assertThat(left.map(p -> p.getFileName().toString())).containsOnly("locks", "new");
      assertThat(young).isEmpty();
    }
  }

  @Test
  void a_history_with_a_hidden_git_folder_is_refused() {
    Shell.run(
        place,
        """
        git init -q -b main origin; cd origin; echo 1 > a; git add a
        inner=$(git write-tree); outer=$(printf '040000 tree %s\\t.git\\n' $inner | git mktree)
        git update-ref refs/heads/main $(git commit-tree -m Evil $outer)
        """);

    assertThatThrownBy(() -> fetched("main"))
        .asInstanceOf(InstanceOfAssertFactories.type(GitException.class))
        .returns(GitException.Cause.REPOSITORY_UNAVAILABLE, GitException::reason);
  }

  @Test
  void a_submodule_url_that_is_an_option_is_refused() {
    Shell.run(
        place,
        """
        git init -q -b main origin; cd origin; git init -q sub
        git -C sub commit -q --allow-empty -m Sub
        printf '[submodule "x"]\n path = sub\n url = --upload-pack=evil\n' > .gitmodules
        git add .; git commit -qm Evil
        """);

    assertThatThrownBy(() -> fetched("main"))
        .hasMessageContaining("its history holds objects that git refuses");
  }

  @Test
  void what_a_checkout_lacks_is_said() {
    var mirror =
        bench.origin(
            """
            git init -q sub; git -C sub commit -q --allow-empty -m Sub
            printf '[submodule "x"]\\n path = sub\\n url = ../sub\\n' > .gitmodules
            echo '*.bin filter=lfs' > .gitattributes
            printf 'version https://git-lfs.github.com/spec/v1\\noid sha256:0\\nsize 1\\n' > a.bin
            """);

    assertThat(mirror.notes(mirror.resolve(Optional.empty())))
        .containsExactly(
            "submodules are not fetched: sub",
            "LFS pointers, whose contents are not fetched: 1 file");
  }

  @Test
  void a_repository_without_a_commit_says_so_until_it_has_one() {
    Shell.run(place, "git init -q -b main origin");
    var empty = bench.mirrors.ofUrl(originPath(), Optional.empty(), LocalPaths.ALLOWED);
    assertThat(empty.notes(empty.resolve(Optional.empty())))
        .containsExactly("the repository has no commit yet: work begins on an empty tree");

    origin("git commit -q --allow-empty -m First");
    var begun = bench.mirrors.ofUrl(originPath(), Optional.empty(), LocalPaths.ALLOWED);
    assertThat(begun.notes(begun.resolve(Optional.empty()))).isEmpty();
  }

  private String originPath() {
    return place.resolve("origin").toString();
  }

  @Test
  void many_at_once_get_one_whole_mirror() {
    Shell.run(
        place,
        "git init -q -b main origin; cd origin; echo 1 > a; git add a; git commit -qm 'First commit'");

    var commits =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(_ -> fetched("main").resolve(Optional.empty()).subject())
            .distinct();

    assertThat(commits).containsExactly("First commit");
  }

  @Test
  void paths_of_this_machine_are_for_its_operator() {
    var origin = place.resolve("origin").toString();
    assertThatThrownBy(() -> bench.mirrors.ofUrl(origin, Optional.empty(), LocalPaths.REFUSED))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("paths of this machine are for its operator only");
  }
}
