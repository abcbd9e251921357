package drydock.git;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.git.files.Folder;
import drydock.git.process.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a sandbox may have written for the host to stumble over: read within limits, followed
/// nowhere, and removed.
@Tag("integration")
@Timeout(60)
class HostileWorkspaceTest {
  @TempDir Path place;
  Bench bench;
  Mirror mirror;

  @BeforeEach
  void start() {
    bench = new Bench(place);
    mirror = bench.origin("echo a > a; mkdir dir; echo x > dir/x");
  }

  /// Writes into the upper folder itself, as nothing but a sandbox could.
  private Tree written(String script) throws IOException {
    Files.createDirectories(place.resolve("upper"));
    Shell.run(place.resolve("upper"), script);
    return mirror.snapshot(
        mirror.resolve(Optional.empty()),
        new ChangedFolder(place.resolve("upper"), ChangedFolder.Kind.OVERLAY_UPPER));
  }

  private List<String> changes(Tree tree) {
    return bench.diff(mirror, tree).files().stream().map(FileChange::path).toList();
  }

  @Test
  void folders_deeper_than_any_path_are_left_out_and_removed() throws IOException {
    var tree =
        written(
            """
            echo new >new
            perl -e 'for (1..4000) { mkdir "d" or die; chdir "d" or die } open F, ">f"'
            """);

    assertThat(changes(tree)).containsExactly("new");
    assertThat(tree.notes()).singleElement().asString().endsWith("lies too deep: left out");
    Folder.delete(place.resolve("upper"));
    assertThat(place.resolve("upper")).doesNotExist();
  }

  @Test
  void closed_folders_and_names_of_all_kinds_are_removed() throws IOException {
    Shell.run(
        place,
        """
        mkdir -p trash/a/b/c "$(printf 'trash/\\377\\n\\033[2J')" outside; echo kept >outside/file
        ln -s ../../outside trash/a/link; mkfifo trash/a/b/fifo; echo x >trash/a/b/c/f
        ln outside/file trash/hard; chmod 0 trash/a/b/c; chmod 500 trash/a
        """);

    Folder.delete(place.resolve("trash"));

    assertThat(place.resolve("trash")).doesNotExist();
    assertThat(place.resolve("outside/file")).hasContent("kept");
  }

  @Test
  void a_sparse_file_of_terabytes_is_left_out_and_said() throws IOException {
    var tree = written("truncate -s 8T huge; truncate -s 600M large; echo new >new");

    assertThat(changes(tree)).containsExactly("new");
    assertThat(tree.notes())
        .containsExactly(
            "huge is too large (8796093022208 bytes): left out",
            "large is too large (629145600 bytes): left out");
  }

  @Test
  void more_files_than_anybody_reads_are_left_out_and_said() throws IOException {
    Files.createDirectories(place.resolve("upper"));
    Shell.run(
        place.resolve("upper"),
        "mkdir many more; perl -e 'for (1..3000) { open F, \">many/f$_\"; open F, \">more/f$_\" }'");

    try (var snapshot = new Snapshot(new Git(bench.settings), mirror.folder(), 1000)) {
      var tree =
          snapshot.take(
              mirror.resolve(Optional.empty()),
              new ChangedFolder(place.resolve("upper"), ChangedFolder.Kind.OVERLAY_UPPER));
      assertThat(tree.notes())
          .hasSize(51)
          .startsWith(
              "many holds very many files: some are left out",
              "more holds very many files: some are left out")
          .endsWith("and 952 more of this kind");
      assertThat(bench.diff(mirror, tree).stat().files()).isEqualTo(1000);
    }
  }

  @Test
  void a_path_longer_than_the_host_can_say_is_left_out() throws IOException {
    var tree =
        written(
            """
            perl -e 'for (1..20) { my $n = "n" x 200; mkdir $n or die; chdir $n or die;
              open F, ">.gitignore" or die; print F "none" }'
            """);

    assertThat(tree.notes()).singleElement().asString().endsWith("lies too deep: left out");
    assertThat(changes(tree)).hasSize(14).allMatch(path -> path.length() < 3000);
  }

  @Test
  void what_only_an_overlay_may_say_a_sandbox_cannot() {
    var tree =
        bench.changed(
            mirror,
            """
            touch dir/y
            python3 -c 'import os; os.setxattr("dir", "user.overlay.opaque", b"y")' 2>/dev/null ||:
            python3 -c 'import os; os.setxattr("dir/y", "user.overlay.whiteout", b"")' 2>/dev/null ||:
            mknod a c 0 0 2>/dev/null || :
            mknod dir/x c 0 0 2>/dev/null || :
            """);

    assertThat(changes(tree)).containsExactly("dir/y");
  }

  @Test
  void nothing_that_git_would_start_in_the_work_tree_is_started() throws IOException {
    var trap = place.resolve("sprung");
    var tree =
        written(
            """
            mkdir -p .git/hooks in/.git/hooks .git/objects/info .git/info
            for git in .git in/.git; do
              printf '[core]\\n fsmonitor = touch %1$s\\n worktree = /\\n hooksPath = .git/hooks\\n' >$git/config
              printf '[filter "x"]\\n clean = touch %1$s\\n[diff "x"]\\n textconv = touch %1$s\\n' >>$git/config
              printf '#!/bin/sh\\ntouch %1$s\\n' >$git/hooks/post-checkout
              chmod +x $git/hooks/post-checkout
              echo 'ref: refs/heads/main' >$git/HEAD
            done
            echo / >.git/objects/info/alternates; echo '* filter=x diff=x' >.git/info/attributes
            echo '* filter=x diff=x merge=x' >.gitattributes; echo b >a; echo c >in/c
            """
                .formatted(trap));

    assertThat(changes(tree)).containsExactly(".gitattributes", "a", "in/c");
    assertThat(bench.patched(mirror, tree)).contains("./a\n");
    assertThat(trap).doesNotExist();
  }

  @Test
  void nobody_waits_for_a_fifo_or_reads_a_device() throws IOException {
    var tree =
        written(
            """
            mkfifo a pipe .gitignore; mkdir dir; mkfifo dir/.gitignore
            perl -MSocket -e 'socket(S, AF_UNIX, SOCK_STREAM, 0); bind(S, sockaddr_un("socket"))'
            mknod zero c 1 5 2>/dev/null || mkfifo zero
            """);

    assertThat(changes(tree)).containsExactly("a");
    assertThat(tree.notes())
        .contains("a is a FIFO, socket or device: left out")
        .allMatch(note -> note.endsWith("is a FIFO, socket or device: left out"));
    assertThat(Files.exists(place.resolve("upper/pipe"), LinkOption.NOFOLLOW_LINKS)).isTrue();
  }

  @Test
  void a_deep_git_folder_that_a_set_up_left_is_removed() throws IOException {
    var _ =
        written(
            "rm -rf *; mkdir -p .git; cd .git; perl -e 'for (1..1000) { mkdir \"d\"; chdir \"d\" }'");

    var base = mirror.resolve(Optional.empty());
    var upper = new ChangedFolder(place.resolve("upper"), ChangedFolder.Kind.OVERLAY_UPPER);
    assertThat(SetupLayer.seal(mirror, base, upper)).isEmpty();
    assertThat(place.resolve("upper/.git")).doesNotExist();
  }
}
