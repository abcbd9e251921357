package drydock.agent.loop;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.agent.model.Message;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CompactionTest {
  @Test
  void a_summary_is_named_by_the_newest_word_in_it() {
    var said =
        List.<Message>of(
            new Message.User("count", List.of(), Optional.of("0")),
            new Message.User("go on", List.of(), Optional.of("7")),
            new Message.Assistant("I count.", List.of()),
            new Message.User("Your answer was empty. Go on."));

    assertThat(Compaction.summarised(said, "I counted.", 0))
        .containsExactly(
            new Message.User(
                "count\n\ngo on\n\nYour answer was empty. Go on."
                    + "\n\n# The work so far, summarised\n\nI counted.",
                List.of(),
                Optional.of("7")));
  }
}
