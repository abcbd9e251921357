package drydock.door.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.model.Dialect;
import drydock.door.provider.Provider;
import drydock.door.provider.Provider.Limits;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TurnstileTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private Instant now = Instant.parse("2026-05-17T10:00:00Z");
  private Duration slept = Duration.ZERO;

  /// Sleeping moves the clock.
  private Turnstile turnstile(Limits limits) {
    var provider =
        new Provider.Remote(
            "p",
            URI.create("http://p.example"),
            Optional.empty(),
            Dialect.OPENAI_CHAT,
            Set.of(Dialect.OPENAI_CHAT),
            limits);
    InstantSource clock = () -> now;
    return new Turnstile(
        provider,
        clock,
        time -> {
          now = now.plus(time);
          slept = slept.plus(time);
        });
  }

  private static void pass(Turnstile turnstile, long foreseen, long used) throws Exception {
    try (var pass = turnstile.enter(foreseen, MINUTE)) {
      pass.used(used);
    }
  }

  @Test
  void requests_a_minute() throws Exception {
    var turnstile = turnstile(new Limits(1, 6, 0));
    for (var i = 0; i < 6; i++) {
      pass(turnstile, 0, 0);
    }
    assertThat(slept).isZero();
    pass(turnstile, 0, 0);
    assertThat(slept).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void tokens_a_minute_are_those_that_were_used() throws Exception {
    var turnstile = turnstile(new Limits(1, 0, 600));
    pass(turnstile, 500, 100);
    pass(turnstile, 500, 500);
    assertThat(slept).isZero();
    pass(turnstile, 100, 100);
    assertThat(slept).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void a_call_larger_than_the_limit_takes_all_of_it() throws Exception {
    pass(turnstile(new Limits(1, 0, 600)), 100_000, 100_000);
    assertThat(slept).isZero();
  }

  @Test
  void a_pause_the_provider_asked_for_holds_for_everybody() throws Exception {
    var turnstile = turnstile(new Limits(5, 0, 0));
    turnstile.closeFor(Duration.ofSeconds(9));
    pass(turnstile, 1, 1);
    pass(turnstile, 1, 1);
    assertThat(slept).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void who_gets_no_turn_is_told_why() throws Exception {
    var turnstile = turnstile(new Limits(1, 0, 0));
    try (var _ = turnstile.enter(1, MINUTE)) {
      assertThatThrownBy(() -> turnstile.enter(1, Duration.ofMillis(1)))
          .hasMessage("no turn at the provider p within 0 s: 1 calls at once");
    }
    pass(turnstile, 1, 1);
  }
}
