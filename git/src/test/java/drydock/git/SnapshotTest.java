package drydock.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import drydock.domain.task.DiffStat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("integration")
class SnapshotTest {
  @TempDir Path place;
  Bench bench;

  @BeforeEach
  void start() {
    bench = new Bench(place);
  }

  @Test
  void a_patch_gives_what_the_sandbox_saw() {
    var mirror =
        bench.origin(
            """
            mkdir -p src/deep bin gone
            seq 1 50 > src/numbers; echo hello > src/hello; echo x > src/deep/x
            printf '#!/bin/sh\\n' > bin/run; chmod +x bin/run; echo plain > bin/plain
            for i in 1 2 3; do echo $i > gone/$i; done
            printf 'a\\r\\nb\\r\\n' > crlf; head -c 3000 /dev/urandom > blob; echo q > emptied
            ln -s src/hello link; echo m > moved-from-here; seq 1 30 >> moved-from-here
            """);
    var tree =
        bench.changed(
            mirror,
            """
            sed -i 's/^7$/seven/' src/numbers
            rm src/hello; rm -r gone; chmod +x bin/plain; chmod -x bin/run
            printf 'a\\r\\nB\\r\\n' > crlf; head -c 5000 /dev/urandom > blob; : > emptied
            mv moved-from-here moved-to-there; mkdir -p new/folder; echo n > new/folder/n
            ln -sfn /etc/passwd link; head -c 100 /dev/zero > zeros; : > empty
            rm -r src/deep; mkdir src/deep; echo y > src/deep/y
            """);

    assertThat(bench.patched(mirror, tree)).isEqualTo(bench.listing("merged"));
    assertThat(tree.notes()).isEmpty();
  }

  @Test
  void names_may_be_any_bytes() {
    var mirror =
        bench.origin(
            """
            echo a > $'latin-\\xe9'; echo b > $'gone-\\xff'; mkdir $'folder-\\xfe'
            echo c > $'folder-\\xfe/c'; printf '*.o\n' > $'folder-\\xfe/.gitignore'
            echo d > 'quote"d'; echo e > $'line\nend'; echo 数据 > 数据
            """);
    var tree =
        bench.changed(
            mirror,
            """
            echo A > $'latin-\\xe9'; rm $'gone-\\xff'; echo n > $'folder-\\xfe/new-\\xfd'
            echo D > 'quote"d'; echo E > $'line\nend'; echo 更多 > 数据; echo x > ':(top)magic'
            echo y > -dash; echo z > 'back\\slash'; echo t > $'tab\tbed'; echo l > ' spaces '
            """);
    assertThat(bench.patched(mirror, tree)).isEqualTo(bench.listing("merged"));

    var ignored = bench.changed(mirror, "echo o > $'folder-\\xfe/x.o'");
    assertThat(bench.diff(mirror, ignored).files())
        .extracting(FileChange::path)
        .contains("数据", "\"latin-\\351\"")
        .noneMatch(path -> path.endsWith(".o\""));
  }

  @Test
  void folders_files_and_links_may_take_each_others_place() {
    var mirror =
        bench.origin(
            """
            mkdir -p tree/sub swap; echo 1 > tree/1; echo 2 > tree/sub/2; echo f > file
            echo s > swap/s; ln -s file link; mkdir kept; echo k > kept/k; echo l > kept/l
            """);
    var tree =
        bench.changed(
            mirror,
            """
            rm -r tree; echo now-a-file > tree; rm file; mkdir -p file/deep; echo in > file/deep/in
            rm -r swap; ln -s kept swap; rm link; mkdir link; echo x > link/x
            rm -r kept; mkdir kept; echo k > kept/k
            """);
    assertThat(bench.patched(mirror, tree)).isEqualTo(bench.listing("merged"));
    assertThat(bench.diff(mirror, tree).files())
        .extracting(FileChange::path, FileChange::status)
        .contains(
            tuple("kept/l", FileChange.Status.DELETED),
            tuple("swap", FileChange.Status.ADDED),
            tuple("tree", FileChange.Status.ADDED))
        .doesNotContain(tuple("kept/k", FileChange.Status.MODIFIED));
  }

  @Test
  void what_is_no_file_is_left_out_and_said() {
    var mirror = bench.origin("echo a > a; echo b > b; echo pipe > pipe; echo big > big");
    var tree =
        bench.changed(
            mirror,
            """
            mkfifo new-pipe; rm pipe; mkfifo pipe; truncate -s 1T sparse; ln -s /etc etc
            ln -s /etc/passwd passwd; ln -s / root; rm a; ln -s /proc/self/environ a
            """);

    assertThat(tree.notes())
        .containsExactly(
            "new-pipe is a FIFO, socket or device: left out",
            "pipe is a FIFO, socket or device: left out",
            "sparse is too large (1099511627776 bytes): left out");
    assertThat(bench.diff(mirror, tree).files())
        .extracting(FileChange::path, FileChange::status, FileChange::newMode)
        .containsExactly(
            tuple("a", FileChange.Status.TYPE_CHANGED, Optional.of("120000")),
            tuple("etc", FileChange.Status.ADDED, Optional.of("120000")),
            tuple("passwd", FileChange.Status.ADDED, Optional.of("120000")),
            tuple("pipe", FileChange.Status.DELETED, Optional.empty()),
            tuple("root", FileChange.Status.ADDED, Optional.of("120000")));
  }

  @Test
  void a_repository_within_is_files_without_its_git() {
    var mirror = bench.origin("echo a > a");
    var tree =
        bench.changed(
            mirror,
            """
            mkdir vendor; cd vendor; git init -q lib; cd lib; echo x > x; git add x
            git commit -qm X; mkdir -p .git/modules ../other/.GIT; echo h > ../other/.GIT/hooks
            echo ok > ../other/ok; echo evil > 'git~1'; ln -s x .gitmodules
            """);

    assertThat(tree.notes())
        .containsExactly(
            "vendor/lib/.git cannot be in a git tree by its name: left out",
            "vendor/lib/.gitmodules may not be a link: left out",
            "vendor/lib/git~1 cannot be in a git tree by its name: left out",
            "vendor/other/.GIT cannot be in a git tree by its name: left out");
    assertThat(bench.patched(mirror, tree)).contains("vendor/lib/x", "vendor/other/ok");
  }

  @Test
  void ignored_files_are_left_out_unless_they_are_tracked() {
    var mirror =
        bench.origin(
            """
            printf '*.log\nbuild/\n!keep.log\n/top\n' > .gitignore
            echo t > tracked.log; mkdir -p build src/in; echo b > build/tracked; echo s > src/in/s
            printf 'generated\n' > src/.gitignore; echo old > src/rules-change
            """);
    var tree =
        bench.changed(
            mirror,
            """
            echo T > tracked.log; echo B > build/tracked; echo n > build/new; echo x > x.log
            echo k > keep.log; mkdir top; echo t > top/t; mkdir src/top; echo t > src/top/t
            mkdir src/generated; echo g > src/generated/g; echo b > src/build; echo n > src/in/n
            mkdir venv; echo '*' > venv/.gitignore; echo v > venv/v
            mkdir -p node/deep; echo 'deep' > node/.gitignore; echo d > node/deep/d; echo m > node/m
            """);

    assertThat(bench.diff(mirror, tree).files())
        .extracting(FileChange::path)
        .containsExactly(
            "build/tracked",
            "keep.log",
            "node/.gitignore",
            "node/m",
            "src/build",
            "src/in/n",
            "src/top/t",
            "tracked.log");
  }

  @Test
  void the_rules_of_ignoring_are_those_of_the_changed_tree() {
    var mirror =
        bench.origin(
            """
            echo '*.out' > .gitignore; mkdir sub; echo '!*.out' > sub/.gitignore; echo s > sub/s
            mkdir gone; echo '!*.out' > gone/.gitignore; echo g > gone/g
            """);
    var tree =
        bench.changed(
            mirror,
            """
            echo 1 > sub/1.out; echo 2 > 2.out; rm gone/.gitignore; echo 3 > gone/3.out
            echo '*.tmp' >> .gitignore; echo 4 > 4.tmp; ln -s sub/.gitignore node
            """);

    assertThat(bench.diff(mirror, tree).files())
        .extracting(FileChange::path)
        .containsExactly(".gitignore", "gone/.gitignore", "node", "sub/1.out");
  }

  @Test
  void attributes_change_no_byte() {
    var mirror =
        bench.origin(
            """
            printf '* text=auto eol=crlf ident filter=evil export-ignore\n' > .gitattributes
            git config filter.evil.clean 'echo owned'; git config filter.evil.required true
            git config --unset filter.evil.clean; git config --unset filter.evil.required
            printf 'one\n$Id$\n' > text; printf 'a\r\nb\n' > mixed
            """);
    var tree =
        bench.changed(
            mirror,
            """
            printf 'one\r\n$Id$\n' > text; printf 'a\nb\r\n' > mixed
            echo '* diff=evil -diff binary' > .gitattributes; echo n > new
            """);

    assertThat(Shell.run(place.resolve("base"), "cat text; git status --porcelain"))
        .isEqualTo("one\n$Id$\n");
    bench.diff(mirror, tree).files().forEach(f -> assertThat(f.binary()).as(f.path()).isFalse());
    Shell.run(place, "rm -rf plain; mkdir plain");
    try (var zip = Files.newOutputStream(place.resolve("plain/tree.zip"))) {
      mirror.archive(tree, zip);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    Shell.run(place.resolve("plain"), "python3 -m zipfile -e tree.zip . && rm tree.zip");
    assertThat(bench.listing("plain")).isEqualTo(bench.listing("merged"));
  }

  @Test
  void a_whole_working_copy_gives_the_same_tree() {
    var mirror = bench.origin("mkdir d e; for i in 1 2 3; do echo $i > d/$i; echo $i > e/$i; done");
    var script = "rm d/1; echo x > d/2; rm -r e; echo new > n; chmod +x d/3";
    var byOverlay = bench.changed(mirror, script);
    Shell.run(place.resolve("base"), script);

    var byCopy =
        mirror.snapshot(
            mirror.resolve(Optional.empty()),
            new ChangedFolder(place.resolve("base"), ChangedFolder.Kind.WHOLE_TREE));

    assertThat(byCopy).isEqualTo(byOverlay);
  }

  @Test
  void an_empty_file_may_be_marked_as_a_deletion() throws IOException {
    var mirror = bench.origin("mkdir d; echo a > d/a; echo b > d/b; echo e > d/e");
    var upper = Files.createDirectories(place.resolve("upper/d"));
    Files.setAttribute(upper, "user:overlay.opaque", "x".getBytes(UTF_8));
    Files.createFile(upper.resolve("a"));
    Files.setAttribute(upper.resolve("a"), "user:overlay.whiteout", new byte[0]);
    Files.createFile(upper.resolve("e"));

    var tree =
        mirror.snapshot(
            mirror.resolve(Optional.empty()),
            new ChangedFolder(place.resolve("upper"), ChangedFolder.Kind.OVERLAY_UPPER));

    assertThat(bench.diff(mirror, tree).files())
        .extracting(FileChange::path, FileChange::status)
        .containsExactly(
            tuple("d/a", FileChange.Status.DELETED), tuple("d/e", FileChange.Status.MODIFIED));
  }

  @Test
  void changes_are_told_with_their_hunks() {
    var mirror =
        bench.origin(
            "seq 1 9 > old-name; echo w > text; head -c 99 /dev/zero > bin; echo r > run; chmod +x run");
    var tree =
        bench.changed(
            mirror,
            """
            mv old-name new-name; printf 'w\r\nx' > text; printf 'y\\0' > bin; chmod -x run
            """);

    assertThat(bench.diff(mirror, tree).files())
        .containsExactly(
            new FileChange(
                "bin",
                Optional.empty(),
                FileChange.Status.MODIFIED,
                Optional.of("100644"),
                Optional.of("100644"),
                true,
                0,
                0,
                List.of(),
                false),
            new FileChange(
                "new-name",
                Optional.of("old-name"),
                FileChange.Status.RENAMED,
                Optional.of("100644"),
                Optional.of("100644"),
                false,
                0,
                0,
                List.of(),
                false),
            new FileChange(
                "run",
                Optional.empty(),
                FileChange.Status.MODE_CHANGED,
                Optional.of("100755"),
                Optional.of("100644"),
                false,
                0,
                0,
                List.of(),
                false),
            new FileChange(
                "text",
                Optional.empty(),
                FileChange.Status.MODIFIED,
                Optional.of("100644"),
                Optional.of("100644"),
                false,
                2,
                1,
                List.of(
                    new FileChange.Hunk(
                        1, 1, 1, 2, List.of("-w", "+w\r", "+x", "\\ No newline at end of file"))),
                false));
    assertThat(bench.diff(mirror, tree).stat()).isEqualTo(new DiffStat(4, 2, 1));
  }

  @Test
  void no_change_is_an_empty_patch() {
    var mirror = bench.origin("echo a > a");
    var tree = bench.changed(mirror, "touch a; mkdir empty; cat a > /dev/null");

    assertThat(bench.diff(mirror, tree).stat()).isEqualTo(DiffStat.EMPTY);
    assertThat(bench.patched(mirror, tree)).isEqualTo(bench.listing("base"));
    assertThat(place.resolve("diff.patch")).isEmptyFile();
  }
}
