package drydock.engine.runner.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A session file and its like, as a sandbox may have left them in its HOME.
@Timeout(20)
final class HostileFileTest {
  @TempDir Path place;
  private Path home;

  @BeforeEach
  void fill() throws Exception {
    home = Files.createDirectories(place.resolve("home"));
    Files.createDirectories(home.resolve("in/folder"));
    Files.writeString(home.resolve("in/file"), "mine");
    Files.createDirectories(place.resolve("outside"));
    Files.writeString(place.resolve("outside/file"), "SECRET");
    Files.createSymbolicLink(home.resolve("in/link"), place.resolve("outside/file"));
    Files.createSymbolicLink(home.resolve("out"), place.resolve("outside"));
    Files.createSymbolicLink(home.resolve("loop"), Path.of("loop"));
    try (var sparse = new RandomAccessFile(home.resolve("sparse").toFile(), "rw")) {
      sparse.setLength(1L << 40);
    }
    new ProcessBuilder("mkfifo", home.resolve("fifo").toString()).start().waitFor();
  }

  private String copied(String name) throws IOException {
    var to = place.resolve("copy");
    Files.deleteIfExists(to);
    return HostileFile.copy(home, name, 1000, to) ? Files.readString(to) : "nothing";
  }

  @Test
  void only_a_plain_file_on_a_plain_way_is_read_or_copied() throws IOException {
    assertThat(copied("in/file")).isEqualTo("mine");
    assertThat(HostileFile.read(home, "in/file", 1000)).contains("mine");
    for (var name :
        List.of(
            "in/link",
            "out/file",
            "in/folder",
            "loop",
            "sparse",
            "fifo",
            "gone",
            "in/file/x",
            "/dev/null")) {
      assertThat(copied(name)).as(name).isEqualTo("nothing");
      assertThat(HostileFile.read(home, name, 1000)).as(name).isEmpty();
    }
  }

  @Test
  void neither_a_way_up_nor_a_larger_file_is_taken() throws IOException {
    assertThat(HostileFile.read(home, "../outside/file", 1000)).isEmpty();
    assertThat(copied("../outside/file")).isEqualTo("nothing");
    assertThat(HostileFile.read(home, "in/file", 3)).isEmpty();
    assertThat(HostileFile.copy(home, "in/file", 3, place.resolve("copy"))).isFalse();
  }
}
