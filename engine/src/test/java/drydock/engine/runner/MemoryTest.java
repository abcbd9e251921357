package drydock.engine.runner;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.git.Commit;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
