package drydock.engine.runner;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.port.JsonCodec;
import drydock.git.Commit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
  private final Memory fresh = Memory.of("mirror", new Commit("c".repeat(40), "Begin"));

  @Test
  void who_was_asked_has_the_prompt() {
    var asked = fresh.asking(new Memory.Asked("Paint.", List.of(1L)));

    assertThat(asked.answered().prompted()).isTrue();
    assertThat(asked.answered().asked()).isEmpty();
    assertThat(asked.answered().answered().prompted()).isTrue();
  }

  @Test
  void who_failed_before_being_asked_gets_the_prompt_with_the_next_turn() {
    assertThat(fresh.answered()).isEqualTo(fresh);
  }

  @Test
  void a_memory_that_is_damaged_is_none(@TempDir Path folder) throws IOException {
    var file = folder.resolve("memory.json");
    assertThat(Run.recall(file, new Whole())).isEmpty();
    Files.writeString(file, "whole");
    assertThat(Run.recall(file, new Whole())).contains(fresh);
    Files.writeString(file, "");
    assertThat(Run.recall(file, new Whole())).isEmpty();
    Files.write(file, new byte[] {(byte) 0xff, 0});
    assertThat(Run.recall(file, new Whole())).isEmpty();
  }

  /// Reads what is whole.
  private final class Whole implements JsonCodec {
    @Override
    public String write(Object value) {
      throw new IllegalStateException("nothing is written");
    }

    @Override
    public <T> T read(String json, Class<T> type) {
      if (!json.equals("whole")) {
        throw new IllegalArgumentException("the value is empty");
      }
      return type.cast(fresh);
    }
  }
}
