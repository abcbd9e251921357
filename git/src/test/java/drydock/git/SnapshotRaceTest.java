package drydock.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A checkpoint reads while the sandbox writes: here a folder and a file are exchanged for links to
/// a secret, as fast as a shell can.
@Tag("integration")
class SnapshotRaceTest {
  private static final int ROUNDS = 25;

  @Test
  void nothing_outside_is_read_whatever_the_writer_does(@TempDir Path place) throws Exception {
    var bench = new Bench(place);
    var mirror = bench.origin("echo a > a");
    var base = mirror.resolve(Optional.empty());
    Files.createDirectories(place.resolve("outside/dir"));
    Files.writeString(place.resolve("outside/dir/file"), "SECRET");
    var upper = Files.createDirectories(place.resolve("upper"));
    var writer =
        new ProcessBuilder(
                "bash",
                "-c",
                """
                mkdir d1; echo mine > d1/file; ln -s ../outside/dir d2
                echo mine > f1; ln -s ../outside/dir/file f2
                while :; do
                  mv -T d1 dir; mv -T dir d1; mv -T d2 dir; mv -T dir d2
                  mv -T f1 file; mv -T f2 file; ln -sf ../outside/dir/file f2; echo mine > f1
                done
                """)
            .directory(upper.toFile())
            .start();
    try {
      for (var round = 0; round < ROUNDS; round++) {
        var tree =
            mirror.snapshot(base, new ChangedFolder(upper, ChangedFolder.Kind.OVERLAY_UPPER));
        assertThat(Shell.run(mirror.folder(), "git ls-tree -r " + tree.id()))
            .contains("\ta\n")
            .doesNotContain("78882121");
      }
    } finally {
      writer.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
    assertThat(Shell.run(place, "git hash-object outside/dir/file").substring(0, 8))
        .isEqualTo("78882121");
  }
}
