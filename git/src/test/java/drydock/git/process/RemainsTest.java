package drydock.git.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("integration")
class RemainsTest {
  @TempDir private Path folder;

  @Test
  void what_a_dead_server_began_is_ended_with_its_children_and_nothing_else() throws Exception {
    var own = started(folder.resolve("git"));
    var anothers = started(folder.resolve("git2"));
    try {
      assertThat(Remains.end(folder.resolve("git"))).isEqualTo(2);

      assertThat(own.waitFor(5, TimeUnit.SECONDS)).isTrue();
      assertThat(anothers.isAlive()).isTrue();
      assertThat(Remains.end(folder.resolve("git"))).isZero();
    } finally {
      Remains.end(folder.resolve("git2"));
    }
  }

  /// A shell and its child, as git and what speaks to the host for it.
  private static Process started(Path home) throws IOException {
    var builder = new ProcessBuilder("sh", "-c", "sleep 600 & echo began; wait");
    builder.environment().put("HOME", home.toString());
    var process = builder.start();
    assertThat(process.inputReader().readLine()).isEqualTo("began");
    return process;
  }
}
