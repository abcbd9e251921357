package drydock.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.git.archive.ArchiveLimits;
import drydock.git.process.GitException;
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
class ArchiveTest {
  @TempDir Path place;
  Bench bench;

  @BeforeEach
  void start() {
    bench = new Bench(place);
  }

  private Imported imported(String name) {
    return bench.mirrors.ofArchive(
        place.resolve(name), "u_" + name.hashCode(), ArchiveLimits.DEFAULT);
  }

  private String checkout(Imported imported) {
    imported.mirror().checkout(imported.mirror().resolve(Optional.empty()), place.resolve("out"));
    return bench.listing("out");
  }

  @Test
  void a_tar_without_history_gets_a_base_commit() {
    Shell.run(
        place,
        """
        mkdir -p app-1.0/src; cd app-1.0; echo a > a; echo run > run; chmod +x run
        ln -s ../a src/link; ln a hard; printf 'x' > $'caf\\xe9'; printf 'y' > café; cd ..
        tar czf app.tar.gz app-1.0
        """);

    var imported = imported("app.tar.gz");

    assertThat(imported.notes()).containsExactly("the single top folder 'app-1.0/' was stripped");
    assertThat(imported.mirror().resolve(Optional.empty()).subject()).isEqualTo("As uploaded");
    assertThat(checkout(imported)).isEqualTo(bench.listing("app-1.0"));
  }

  @Test
  void a_zip_with_history_keeps_it_and_gains_what_was_not_committed() {
    Shell.run(
        place,
        """
        git init -q -b dev app && cd app && echo 1 > a && echo '*.o' > .gitignore && git add . &&
        git commit -qm One && echo 2 > a && git commit -qam Two && git repack -adq &&
        echo 3 > b && git add . && git commit -qm Three &&
        echo x > x.o && echo changed > a && rm b && cd .. && zip -qry app.zip app
        """);

    var imported = imported("app.zip");

    assertThat(imported.notes())
        .containsExactly(
            "the single top folder 'app/' was stripped",
            "history of its .git was kept: 3 commits",
            "left out, as .gitignore says: 1 file",
            "uncommitted changes in 2 files became a commit");
    assertThat(imported.mirror().resolve(Optional.of("dev")).subject()).isEqualTo("Three");
    assertThat(imported.mirror().resolve(Optional.empty()).subject())
        .isEqualTo("Uncommitted changes as uploaded");
    Shell.run(place, "rm app/x.o");
    assertThat(checkout(imported)).isEqualTo(bench.listing("app"));
  }

  @Test
  void the_same_bytes_give_the_same_mirror() {
    Shell.run(place, "mkdir a; echo x > a/x; echo y > a/y; tar cf a.tar a; zip -qr a.zip a");

    var ids =
        List.of(imported("a.tar"), imported("a.tar"), imported("a.zip")).stream()
            .map(i -> i.mirror().resolve(Optional.empty()).id());

    assertThat(ids).containsOnly("%s".formatted(tree("a.tar")));
  }

  private String tree(String name) {
    return new Bench(place.resolve("other"))
        .mirrors
        .ofArchive(place.resolve(name), "u_other", ArchiveLimits.DEFAULT)
        .mirror()
        .resolve(Optional.empty())
        .id();
  }

  @Test
  void names_of_pax_records_are_text() {
    Shell.run(
        place,
        """
        mkdir a; echo 1 > a/café; echo 2 > a/数据; echo 3 > a/plain
        LC_ALL=C.UTF-8 python3 -c 'import tarfile; t = tarfile.open("a.tar", "w", format=tarfile.PAX_FORMAT); t.add("a")'
        """);
    assertThat(checkout(imported("a.tar"))).isEqualTo(bench.listing("a"));
  }

  @Test
  void of_a_hostile_git_folder_only_objects_and_refs_are_taken() throws IOException {
    Shell.run(
        place,
        """
        git init -q -b main app; cd app; echo 1 > a; git add a; git commit -qm One; git tag v1
        git gc -q; echo 2 > a; git commit -qam Two; cd .git
        printf '#!/bin/sh\ntouch %s/owned\n' "$PWD/../.." > hooks/post-checkout
        chmod +x hooks/post-checkout; cp hooks/post-checkout evil
        printf '[core]\nfsmonitor=%s/evil\nalternateRefsCommand=%s/evil\n' "$PWD" "$PWD" >> config
        echo "$PWD/../../elsewhere" > objects/info/alternates
        printf '* filter=evil\n' > info/attributes; echo '*' > info/exclude
        mkdir -p refs/replace worktrees/x; cp refs/heads/main "refs/replace/$(cat refs/heads/main)"
        cp refs/heads/main 'refs/heads/-option'; cp refs/heads/main refs/heads/main.lock
        cd ../..; rm app/.git/refs/heads/main.lock app/.git/refs/heads/-option; tar czf app.tar.gz app
        """);

    var imported = imported("app.tar.gz");

    assertThat(imported.notes())
        .containsExactly(
            "the single top folder 'app/' was stripped", "history of its .git was kept: 2 commits");
    assertThat(imported.mirror().resolve(Optional.empty()).subject()).isEqualTo("Two");
    assertThat(imported.mirror().resolve(Optional.of("v1")).subject()).isEqualTo("One");
    checkout(imported);
    assertThat(place.resolve("owned")).doesNotExist();
    assertThat(
            Shell.run(
                imported.mirror().folder(),
                "cat config; find . -name alternates; git for-each-ref"))
        .doesNotContain("evil", "alternates", "replace");
  }

  @Test
  void a_broken_or_incomplete_history_is_refused_and_leaves_nothing() throws IOException {
    Shell.run(
        place,
        """
        git init -q -b main app; cd app; echo 1 > a; git add a; git commit -qm One; cd ..
        cp -r app odd; printf '%s\n' "$(cat odd/.git/refs/heads/main)" > 'odd/.git/refs/heads/a b'
        cp -r app lost; rm lost/.git/objects/$(git -C app rev-parse HEAD:a | sed 's:^..:&/:')
        cp -r app headless; rm headless/.git/HEAD
        cp -r app nested; cd nested; inner=$(git write-tree)
        outer=$(printf '040000 tree %s\t.git\n' $inner | git mktree)
        git update-ref refs/heads/main $(git commit-tree -m Evil $outer); cd ..
        for i in odd lost headless nested; do tar cf $i.tar $i; done
        """);

    for (var name : List.of("odd", "lost", "headless", "nested")) {
      assertThatThrownBy(() -> imported(name + ".tar"))
          .as(name)
          .isInstanceOfSatisfying(
              GitException.class,
              e -> assertThat(e.reason()).isEqualTo(GitException.Cause.ARCHIVE_REJECTED))
          .hasMessageStartingWith("the archive is refused: its .git ");
    }
    try (var left = Files.list(place.resolve("mirrors"))) {
      assertThat(left.map(p -> p.getFileName().toString())).containsOnly("locks", "new");
    }
  }

  @Test
  void a_shallow_history_stays_usable() {
    Shell.run(
        place,
        """
        git init -q -b main origin; cd origin; for i in 1 2 3; do echo $i > a; git add a
        git commit -qm $i; done; cd ..; git clone -q --depth 2 "file://$PWD/origin" app
        tar cf app.tar app
        """);

    var imported = imported("app.tar");

    assertThat(imported.notes())
        .contains(
            "its history is shallow: it begins in the middle",
            "history of its .git was kept: 2 commits");
    checkout(imported);
    assertThat(Shell.run(place.resolve("out"), "git log --format=%s; git status --porcelain"))
        .isEqualTo("3\n2\n");
  }

  @Test
  void a_zip_of_windows_changes_neither_modes_nor_line_ends() {
    Shell.run(
        place,
        """
        git init -q -b main app; cd app; printf 'a\nb\n' > text; echo run > run; chmod +x run
        git add .; git commit -qm One; sed -i 's/$/\r/' text; cd ..
        python3 -c '
        import zipfile, os
        z = zipfile.ZipFile("app.zip", "w")
        for folder, _, files in os.walk("app"):
            for f in files:
                i = zipfile.ZipInfo(os.path.join(folder, f).replace("/", chr(92)))
                i.create_system = 0
                z.writestr(i, open(os.path.join(folder, f), "rb").read())
        '
        """);

    var imported = imported("app.zip");

    assertThat(imported.notes())
        .containsExactly(
            "the single top folder 'app/' was stripped",
            "history of its .git was kept: 1 commit",
            "taken as committed, for only Windows line ends differ: 1 file");
    Shell.run(place, "git -C app checkout -q .");
    assertThat(checkout(imported)).isEqualTo(bench.listing("app"));
  }

  @Test
  void what_macos_adds_is_left_out() {
    Shell.run(
        place,
        "mkdir app __MACOSX; echo a > app/a; echo j > __MACOSX/._a; zip -qr a.zip app __MACOSX");

    assertThat(checkout(imported("a.zip"))).isEqualTo(bench.listing("app"));
  }
}
