package drydock.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("integration")
class SetupLayerTest {
  @Test
  void a_sealed_layer_holds_untracked_files_only(@TempDir Path place) {
    var bench = new Bench(place);
    var mirror =
        bench.origin(
            """
            mkdir -p src gone swap kept; echo a > a; echo b > b; echo s > src/s; echo t > src/t
            echo g > gone/g; echo w > swap/w; echo k > kept/k; echo l > kept/l; echo f > file
            """);
    var base = mirror.resolve(Optional.empty());
    mirror.checkout(base, place.resolve("base"));
    Shell.inOverlay(
        place,
        "base",
        """
        echo changed > a; touch b; rm src/s; chmod +x src/t; rm -r gone; rm -r swap; echo x > swap
        rm -r kept; mkdir kept; echo k > kept/k; echo new > kept/new; rm file; mkdir file
        echo in > file/in; mkdir -p node_modules/m; echo m > node_modules/m/m; git config x.y z
        ln -s m node_modules/l; git init -q node_modules/repo
        """);
    var upper = new ChangedFolder(place.resolve("upper"), ChangedFolder.Kind.OVERLAY_UPPER);

    var changed = SetupLayer.seal(mirror, base, upper);

    assertThat(changed).containsExactly("a", "file", "gone", "kept/l", "src/s", "src/t", "swap");
    assertThat(
            Shell.run(
                place, "cd upper; find . -path ./node_modules/repo/* -prune -o -print | sort"))
        .isEqualTo(
            """
            .
            ./kept
            ./kept/new
            ./node_modules
            ./node_modules/l
            ./node_modules/m
            ./node_modules/m/m
            ./node_modules/repo
            """);
    Shell.run(place, "chmod 700 work/work; rm -r work; mv upper layer");
    Shell.inOverlay(
        place,
        "layer:base",
        "git status --porcelain; cat kept/k kept/l kept/new src/s a > ../seen");
    assertThat(Shell.run(place, "cat seen")).isEqualTo("k\nl\nnew\ns\na\n");
    assertThat(mirror.snapshot(base, upper).id())
        .isEqualTo(Shell.run(place, "git -C origin rev-parse HEAD^{tree}").strip());
  }
}
