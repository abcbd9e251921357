package drydock.engine.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PastTest {
  private final Updates.Past past = new Updates.Past();

  @Test
  void what_was_said_once_before_is_not_heard_again() {
    past.add("Paint it.", Optional.of("0"));
    past.add("Go on.", Optional.of("7"));

    assertThat(past.holds(new Memory.Asked("Go on.", List.of(7L)))).isTrue();
    assertThat(past.holds(new Memory.Asked("Go on.", List.of(9L)))).isFalse();
  }

  @Test
  void what_came_later_was_heard_after_it() {
    past.add("A summary.", Optional.of("9"));

    assertThat(past.holds(new Memory.Asked("Go on.", List.of(7L, 8L)))).isTrue();
    assertThat(past.holds(new Memory.Asked("Paint it.", List.of()))).isTrue();
  }

  @Test
  void an_agent_that_names_no_words_is_asked_for_the_words_themselves() {
    past.add("Paint", Optional.empty());
    past.add(" it.", Optional.of("no number"));

    assertThat(past.holds(new Memory.Asked("Paint it.", List.of()))).isTrue();
    assertThat(past.holds(new Memory.Asked("Go on.", List.of(7L)))).isFalse();
    assertThat(new Updates.Past().holds(new Memory.Asked("Paint it.", List.of()))).isFalse();
  }
}
