package drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpanTest {
  @Test
  void spans_are_read_in_the_short_form_and_in_iso() {
    assertThat(Stream.of("90s", "30m", "12h", "7d", "PT1H30M").map(Span::parse))
        .containsExactly(
            Duration.ofSeconds(90),
            Duration.ofMinutes(30),
            Duration.ofHours(12),
            Duration.ofDays(7),
            Duration.ofMinutes(90));
  }

  @Test
  void what_is_no_span_is_refused() {
    for (var text : List.of("", "7", "a week", "9999999999d")) {
      assertThatThrownBy(() -> Span.parse(text))
          .hasMessage("'" + text + "' is no span of time; write 90s, 30m, 12h or 7d");
    }
  }
}
