package drydock.app.backup;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomePartsTest {
  private static final String WELL = "20260517_aaaaaaaaaa";
  private static final String DAMAGED = "20260517_bbbbbbbbbb";

  @TempDir private Path home;

  @Test
  void a_damaged_memory_keeps_nothing_else_out() throws IOException {
    checkpoint(WELL, "{\"mirror\":\"a.git\"}");
    checkpoint(DAMAGED, "{damaged");
    Files.createDirectories(home.resolve("mirrors/a.git/objects"));
    var parts = new HomeParts(new Home(home));

    assertThat(parts.names(Set.of(WELL, DAMAGED), parts.memories()))
        .containsExactlyInAnyOrder(
            "checkpoints/" + WELL + "-1", "checkpoints/" + DAMAGED + "-1", "mirrors/a.git/objects");
  }

  private void checkpoint(String task, String memory) throws IOException {
    var folder = Files.createDirectories(home.resolve("checkpoints/" + task + "-1"));
    Files.writeString(folder.resolve("memory.json"), memory);
  }
}
