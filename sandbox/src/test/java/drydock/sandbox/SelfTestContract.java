package drydock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import drydock.domain.isolation.Row;
import drydock.domain.isolation.Verdict;
import drydock.sandbox.selftest.BenchStage;
import drydock.sandbox.selftest.SelfTest;
import drydock.sandbox.selftest.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// No driver leaks: nothing that the self-test tries gets out.
interface SelfTestContract extends Bench {
  /// What a driver says beforehand that it cannot do is no leak.
  @Test
  default void nothing_gets_out() throws Exception {
    var rows = selfTest();

    assertThat(rows)
        .extracting(Row::id)
        .isEqualTo(Arrays.stream(Trial.values()).map(Trial::id).toList());
    assertThat(rows.stream().filter(row -> row.verdict() instanceof Verdict.Open)).isEmpty();
  }

  @Test
  default void every_row_is_blocked_where_all_limits_hold() throws Exception {
    var missing = driver().availability().facts().stream().filter(fact -> !fact.holds()).toList();
    assumeTrue(missing.isEmpty(), missing::toString);

    assertThat(selfTest().stream().filter(row -> !(row.verdict() instanceof Verdict.Blocked)))
        .isEmpty();
  }

  private List<Row> selfTest() throws InterruptedException {
    var test = new SelfTest(driver(), folder().resolve("selftest"), Set.of());
    return test.run(new BenchStage(driver(), folder().resolve("stage")));
  }
}
