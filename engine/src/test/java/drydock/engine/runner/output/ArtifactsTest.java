package drydock.engine.runner.output;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.task.Artifact;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArtifactsTest {
  @TempDir private Path place;

  @Test
  void what_is_too_large_or_no_plain_file_is_left_out_and_the_rest_is_kept() throws IOException {
    var from = Files.createDirectories(place.resolve("output"));
    Files.createDirectories(from.resolve("deep/er"));
    Files.writeString(from.resolve("deep/er/report.txt"), "good");
    Files.writeString(from.resolve("z.txt"), "too");
    Files.writeString(place.resolve("secret"), "of the host");
    Files.createSymbolicLink(from.resolve("link"), place.resolve("secret"));
    Files.createSymbolicLink(from.resolve("folder"), place);
    try (var large = new RandomAccessFile(from.resolve("large").toFile(), "rw")) {
      large.setLength(300L << 20);
    }

    var artifacts = new Artifacts(from, place.resolve("kept"));

    assertThat(artifacts.copy())
        .containsExactlyInAnyOrder(new Artifact("deep/er/report.txt", 4), new Artifact("z.txt", 3));
    assertThat(artifacts.leftOut()).isEqualTo(1);
    assertThat(place.resolve("kept/deep/er/report.txt")).hasContent("good");
    assertThat(place.resolve("kept/link")).doesNotExist();
    assertThat(place.resolve("kept/folder")).doesNotExist();
  }
}
