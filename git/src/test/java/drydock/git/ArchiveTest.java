package drydock.git;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.git.archive.ArchiveLimits;
import java.nio.file.Path;
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
            "1 files that .gitignore names were left out",
            "uncommitted changes in 2 files became a commit");
    assertThat(imported.mirror().resolve(Optional.of("dev")).subject()).isEqualTo("Three");
    assertThat(imported.mirror().resolve(Optional.empty()).subject())
        .isEqualTo("Uncommitted changes as uploaded");
    Shell.run(place, "rm app/x.o");
    assertThat(checkout(imported)).isEqualTo(bench.listing("app"));
  }
}
