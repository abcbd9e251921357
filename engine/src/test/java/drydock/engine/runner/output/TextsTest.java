package drydock.engine.runner.output;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.event.EventBody;
import drydock.domain.task.Phase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TextsTest {
  @Test
  void pieces_of_one_text_become_one_and_others_keep_their_order() {
    var bodies = new ArrayList<EventBody>();
    for (var body :
        List.of(
            new EventBody.AgentSaid("a"),
            new EventBody.AgentSaid("b"),
            new EventBody.Noted("n"),
            new EventBody.AgentSaid("c"),
            new EventBody.OutputWritten(Phase.SETUP, "1"),
            new EventBody.OutputWritten(Phase.CHECK, "2"),
            new EventBody.OutputWritten(Phase.CHECK, "3"))) {
      Texts.add(bodies, body);
    }

    assertThat(bodies)
        .containsExactly(
            new EventBody.AgentSaid("ab"),
            new EventBody.Noted("n"),
            new EventBody.AgentSaid("c"),
            new EventBody.OutputWritten(Phase.SETUP, "1"),
            new EventBody.OutputWritten(Phase.CHECK, "23"));
  }

  @Test
  void a_tail_begins_with_a_whole_line() {
    assertThat(Texts.tail("one\ntwo\nthree\n", 9)).isEqualTo("...\nthree");
    assertThat(Texts.tail("one\n", 9)).isEqualTo("one");
  }
}
