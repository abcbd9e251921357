package drydock.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFilesTest {
  @TempDir private Path home;

  @Test
  void a_file_is_made_once_and_is_its_owners() throws IOException {
    var file = home.resolve("token");

    assertThat(HomeFiles.once(file, "one")).isEqualTo("one");
    assertThat(HomeFiles.once(file, "two")).isEqualTo("one");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(home).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void several_who_make_it_at_once_have_the_same() throws Exception {
    for (var round = 0; round < 20; round++) {
      var file = home.resolve("token-" + round);
      var makers =
          IntStream.range(0, 8)
              .mapToObj(n -> (Callable<String>) () -> HomeFiles.once(file, "of " + n))
              .toList();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var made : threads.invokeAll(makers)) {
          assertThat(made.get()).isEqualTo(Files.readString(file).strip());
        }
      }
    }
  }
}
