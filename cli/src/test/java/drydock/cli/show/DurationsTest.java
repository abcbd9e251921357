package drydock.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DurationsTest {
  @Test
  void spans_are_shown_as_long_as_they_are() {
    assertThat(
            Stream.of("PT0.049S", "PT12.34S", "PT3M20S", "PT2H5M7S", "soon").map(Durations::show))
        .containsExactly("0.0 s", "12.3 s", "3 min 20 s", "2 h 5 min", "soon");
  }
}
