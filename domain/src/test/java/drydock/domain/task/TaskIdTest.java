package drydock.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TaskIdTest {
  @Test
  void is_the_day_in_utc_and_ten_characters_of_crockford_base32() {
    var id = TaskId.of(Instant.parse("2026-05-17T23:59:59Z"), new Random(7));

    assertThat(id.value()).matches("20260517_[0-9abcdefghjkmnpqrstvwxyz]{10}");
  }

  @Test
  void two_are_not_the_same() {
    var random = new Random(7);
    var now = Instant.parse("2026-05-17T00:00:00Z");

    assertThat(TaskId.of(now, random)).isNotEqualTo(TaskId.of(now, random));
  }

  @Test
  void text_of_another_form_is_refused() {
    for (var text : new String[] {"", "20260517_3k9x0q7hz", "20260517_3k9x0q7hzi", "../../etc"}) {
      assertThatThrownBy(() -> new TaskId(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
