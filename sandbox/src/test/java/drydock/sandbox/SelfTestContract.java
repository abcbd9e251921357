package drydock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.isolation.Verdict;
import drydock.sandbox.selftest.BenchStage;
import drydock.sandbox.selftest.SelfTest;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// No driver leaks: nothing that the self-test tries gets out.
interface SelfTestContract extends Bench {
  @Test
  default void nothing_gets_out() throws Exception {
    var test = new SelfTest(driver(), folder().resolve("selftest"), Set.of());

    var rows = test.run(new BenchStage(driver(), folder().resolve("stage")));

    assertThat(rows.stream().filter(row -> row.verdict() instanceof Verdict.Open)).isEmpty();
  }
}
