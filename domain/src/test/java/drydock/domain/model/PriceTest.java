package drydock.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class PriceTest {
  @Test
  void cached_input_is_paid_at_its_own_price() {
    var price = new Price(new BigDecimal("3"), new BigDecimal("0.3"), new BigDecimal("15"));

    assertThat(price.of(new Tokens(1_000_000, 400_000, 200_000)))
        .isEqualByComparingTo("4.92"); // 0.6 * 3 + 0.4 * 0.3 + 0.2 * 15
  }
}
