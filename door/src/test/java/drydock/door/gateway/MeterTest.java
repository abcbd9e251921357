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
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MeterTest {
  private static final ModelSpec SONNET =
      new ModelSpec(
          ModelName.parse("anthropic/claude-sonnet-4-5"),
          Dialect.ANTHROPIC_MESSAGES,
          200_000,
          64_000,
          Optional.of(new Price(new BigDecimal("3"), new BigDecimal("0.3"), new BigDecimal("15"))),
          ModelSpec.Tools.NATIVE,
          false);

  @Test
  void fresh_cached_and_newly_cached_input_have_their_prices() throws Exception {
    var meter = new Meter(SONNET, fixed(Optional.empty()), Usage.NONE);
    var usage =
        meter
            .reserve(call(1))
            .settle(new Counted(new Tokens(3_000_000, 1_000_000, 100_000), 1_000_000, false));

    // 1M fresh at 3, 1M written at 3.75, 1M read at 0.30, 100k out at 15
    assertThat(usage.usd()).isEqualByComparingTo("8.55");
  }

  @Test
  void what_was_spent_before_counts() throws Exception {
    var spent = new Usage(4, new Tokens(900, 0, 100), BigDecimal.ONE);

    new Meter(SONNET, fixed(Optional.of(1001L)), spent).reserve(call(5000)).close();
    assertThatThrownBy(() -> new Meter(SONNET, fixed(Optional.of(1000L)), spent).reserve(call(1)))
        .hasMessage("the budget of 1000 tokens is used up (1000 spent)");
  }

  @Test
  @Timeout(20)
  void a_call_waits_for_those_that_might_use_up_what_is_left() throws Exception {
    var meter = new Meter(SONNET, fixed(Optional.of(1000L)), Usage.NONE);
    var first = meter.reserve(call(400));
    var second = meter.reserve(call(700));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var third = threads.submit(() -> meter.reserve(call(100)));
      first.settle(call(300));
      // 300 are spent, and 700 more perhaps.
      assertThatThrownBy(() -> third.get(300, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      second.settle(call(100));
      third.get().settle(call(900));
    }
    assertThatThrownBy(() -> meter.reserve(call(1)))
        .hasMessage("the budget of 1000 tokens is used up (1300 spent)");
  }

  @Test
  @Timeout(20)
  void limits_that_are_raised_hold_at_once_also_for_a_call_that_waits() throws Exception {
    var limit = new AtomicReference<>(budget(Optional.of(1000L)));
    var meter = new Meter(SONNET, limit::get, Usage.NONE);
    var first = meter.reserve(call(1000));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var second = threads.submit(() -> meter.reserve(call(100)));
      assertThatThrownBy(() -> second.get(100, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      limit.set(budget(Optional.of(2000L)));
      second.get().close();
    }
    first.settle(call(1500));

    meter.reserve(call(1)).settle(call(500));
    assertThatThrownBy(() -> meter.reserve(call(1)))
        .hasMessage("the budget of 2000 tokens is used up (2000 spent)");
  }

  @Test
  @Timeout(20)
  void a_call_that_waits_is_refused_when_the_others_have_used_up_the_rest() throws Exception {
    var meter = new Meter(SONNET, fixed(Optional.of(1000L)), Usage.NONE);
    var first = meter.reserve(call(1000));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var second = threads.submit(() -> meter.reserve(call(1)));
      first.settle(call(1000));
      assertThatThrownBy(second::get)
          .cause()
          .hasMessage("the budget of 1000 tokens is used up (1000 spent)");
    }
  }

  @Test
  void a_call_under_way_counts_as_one() throws Exception {
    var three = new Budget(Optional.empty(), Optional.empty(), Optional.of(3), Duration.ofHours(1));
    var meter = new Meter(SONNET, () -> three, new Usage(1, Tokens.NONE, BigDecimal.ZERO));
    meter.reserve(call(1)).close();
    meter.reserve(call(1)).settle(call(1));
    meter.reserve(call(1)).settle(call(1));

    assertThatThrownBy(() -> meter.reserve(call(1)))
        .hasMessage("the budget of 3 model calls is used up (3 spent)");
  }

  private static Counted call(long tokens) {
    return Counted.of(new Tokens(tokens, 0, 0));
  }

  private static Supplier<Budget> fixed(Optional<Long> tokens) {
    var budget = budget(tokens);
    return () -> budget;
  }

  private static Budget budget(Optional<Long> tokens) {
    return new Budget(Optional.empty(), tokens, Optional.empty(), Duration.ofHours(1));
  }
}
