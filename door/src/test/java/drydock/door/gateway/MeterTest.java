package drydock.door.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.model.Budget;
import drydock.domain.model.Dialect;
import drydock.domain.model.ModelName;
import drydock.domain.model.ModelSpec;
import drydock.domain.model.Price;
import drydock.domain.model.Tokens;
import drydock.domain.model.Usage;
import drydock.door.dialect.Counted;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeterTest {
  private static final ModelSpec SONNET =
      new ModelSpec(
          ModelName.parse("anthropic/claude-sonnet-4-5"),
          Dialect.ANTHROPIC_MESSAGES,
          200_000,
          64_000,
          Optional.of(new Price(new BigDecimal("3"), new BigDecimal("0.3"), new BigDecimal("15"))),
          ModelSpec.Tools.NATIVE);

  @Test
  void fresh_cached_and_newly_cached_input_have_their_prices() {
    var meter = new Meter(SONNET, budget(Optional.empty()), Usage.NONE);
    var usage =
        meter.settle(new Counted(new Tokens(3_000_000, 1_000_000, 100_000), 1_000_000, false));

    // 1M fresh at 3, 1M written at 3.75, 1M read at 0.30, 100k out at 15
    assertThat(usage.usd()).isEqualByComparingTo("8.55");
  }

  @Test
  void what_was_spent_before_counts() {
    var spent = new Usage(4, new Tokens(900, 0, 100), BigDecimal.ONE);

    new Meter(SONNET, budget(Optional.of(1001L)), spent).check();
    assertThatThrownBy(() -> new Meter(SONNET, budget(Optional.of(1000L)), spent).check())
        .hasMessage("the budget of 1000 tokens is used up (1000 spent)");
  }

  private static Budget budget(Optional<Long> tokens) {
    return new Budget(Optional.empty(), tokens, Duration.ofHours(1));
  }
}
