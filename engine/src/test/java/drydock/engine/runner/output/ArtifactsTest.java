package drydock.engine.runner.output;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.Secret;
import drydock.domain.secret.Secrets;
import drydock.domain.task.Artifact;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    var artifacts = new Artifacts(from, place.resolve("kept"), new Secrets());

    assertThat(artifacts.copy())
        .containsExactlyInAnyOrder(new Artifact("deep/er/report.txt", 4), new Artifact("z.txt", 3));
    assertThat(artifacts.leftOut()).isEqualTo(1);
    assertThat(place.resolve("kept/deep/er/report.txt")).hasContent("good");
    assertThat(place.resolve("kept/link")).doesNotExist();
    assertThat(place.resolve("kept/folder")).doesNotExist();
  }

  @Test
  void a_file_whose_name_holds_a_secret_is_kept_under_a_masked_one() throws IOException {
    var secrets = new Secrets(List.of(new Secret("hunter2hunter2"), new Secret("correcthorse")));
    var from = place.resolve("output");
    Files.createDirectories(from.resolve("for-hunter2hunter2"));
    Files.writeString(from.resolve("for-hunter2hunter2/report.txt"), "good");
    Files.writeString(from.resolve("for-correcthorse"), "a name that is taken");

    var artifacts = new Artifacts(from, place.resolve("kept"), secrets);
    var kept = artifacts.copy();

    assertThat(kept.size() + artifacts.leftOut()).isEqualTo(2);
    assertThat(kept).hasSize(1).allMatch(each -> each.path().startsWith("for-***"));
    assertThat(place.resolve("kept").resolve(kept.getFirst().path())).isRegularFile();
  }
}
