package drydock.engine.runner;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.port.Inbox.Message.Cancel;
import drydock.domain.port.Inbox.Message.Say;
import drydock.domain.task.AttemptId;
import drydock.domain.task.TaskId;
import drydock.engine.runner.Words.Word;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Say BLUE = new Say("make it blue", List.of());
  private static final Say BRIEF = new Say("be brief", List.of("u_1"));

  private final AttemptId attempt = new AttemptId(new TaskId("20260101_aaaaaaaaaa"), 1);
  private final Letterbox inbox = new Letterbox();

  @Test
  void what_the_agent_has_not_taken_waits_for_whoever_comes_after() throws Exception {
    inbox.post(attempt, BLUE);
    inbox.post(attempt, new Cancel("ada", 1));
    inbox.post(attempt, BRIEF);
    var words = heard();
    words.taken(List.of(1L));

    assertThat(words.waiting()).containsExactly(new Word(3, BRIEF));
    assertThat(heard().waiting()).containsExactly(new Word(3, BRIEF));
  }

  @Test
  void an_agent_takes_no_word_that_was_not_said_to_it() throws Exception {
    inbox.post(attempt, BLUE);
    var words = heard();
    inbox.post(attempt, BRIEF);
    words.taken(List.of(2L, 7L));
    words.hear(Duration.ZERO);

    assertThat(words.waiting()).containsExactly(new Word(1, BLUE), new Word(2, BRIEF));
  }

  @Test
  void a_word_that_comes_when_the_agent_has_stopped_asks_for_the_next_turn() throws Exception {
    var words = heard();
    words.agentStopped();
    assertThat(words.askForTurn(true)).isFalse();
    inbox.post(attempt, BLUE);
    words.hear(Duration.ZERO);

    assertThat(words.askForTurn(true)).isTrue();
    assertThat(words.askForTurn(false)).isTrue();
  }

  @Test
  void a_word_whose_turn_failed_before_the_agent_had_it_asks_for_nothing() throws Exception {
    inbox.post(attempt, BLUE);
    var words = heard();
    words.agentStopped();
    words.hear(Duration.ZERO);

    assertThat(words.askForTurn(false)).isFalse();
    assertThat(words.askForTurn(true)).isTrue();
  }

  @Test
  void a_word_after_a_cancel_asks_for_the_next_turn_and_one_before_it_does_not() throws Exception {
    inbox.post(attempt, BLUE);
    inbox.post(attempt, new Cancel("ada", 2));
    assertThat(heard().askForTurn(false)).isFalse();

    inbox.post(attempt, BRIEF);

    assertThat(heard().askForTurn(false)).isTrue();
  }

  @Test
  void a_cancel_of_an_earlier_turn_ends_nothing() throws Exception {
    inbox.post(attempt, new Cancel("ada", 1));
    inbox.post(attempt, BLUE);

    assertThat(heard().askForTurn(false)).isFalse();
  }

  private Words heard() throws InterruptedException {
    var words = new Words(inbox, attempt, 2);
    words.hear(Duration.ZERO);
    return words;
  }
}
