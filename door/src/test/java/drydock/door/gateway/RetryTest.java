package drydock.door.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.door.provider.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTest {
  private static final Instant NOW = Instant.parse("2026-05-17T10:00:00Z");
  private static final RandomGenerator LEAST = () -> 0L;
  private static final Retry RETRY = new Retry(Patience.DEFAULT, LEAST);

  @ParameterizedTest
  @CsvSource({
    "400, false",
    "401, false",
    "404, false",
    "408, true",
    "409, true",
    "422, false",
    "429, true",
    "500, true",
    "501, false",
    "502, true",
    "503, true",
    "529, true"
  })
  void what_passes_is_tried_again(int status, boolean again) {
    assertThat(Retry.passes(status, HttpFields.EMPTY, "{}")).isEqualTo(again);
  }

  @Test
  void the_provider_knows_better() {
    assertThat(Retry.passes(429, HttpFields.EMPTY, "{\"code\":\"insufficient_quota\"}")).isFalse();
    assertThat(Retry.passes(500, HttpFields.build().put("x-should-retry", "false"), "")).isFalse();
    assertThat(Retry.passes(400, HttpFields.build().put("x-should-retry", "true"), "")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "retry-after, 7, PT7S",
    "retry-after, 0.5, PT0.5S",
    "retry-after, 'Sun, 17 May 2026 10:00:30 GMT', PT30S",
    "retry-after, 'Sun, 17 May 2026 09:00:00 GMT', PT0S",
    "retry-after, soon,",
    "retry-after-ms, 250, PT0.25S"
  })
  void a_pause_is_read_in_all_its_forms(String name, String value, Duration pause) {
    assertThat(Retry.asked(HttpFields.build().put(name, value), NOW))
        .isEqualTo(Optional.ofNullable(pause));
  }

  @Test
  void pauses_double_and_end() {
    assertThat(RETRY.pause(1, Duration.ZERO, Optional.empty())).contains(Duration.ofMillis(250));
    assertThat(RETRY.pause(2, Duration.ZERO, Optional.empty())).contains(Duration.ofMillis(500));
    assertThat(RETRY.pause(5, Duration.ZERO, Optional.empty())).contains(Duration.ofSeconds(4));
    assertThat(RETRY.pause(6, Duration.ZERO, Optional.empty())).isEmpty();
    assertThat(RETRY.pause(1, Duration.ofMinutes(9), Optional.of(Duration.ofMinutes(2)))).isEmpty();
  }
}
