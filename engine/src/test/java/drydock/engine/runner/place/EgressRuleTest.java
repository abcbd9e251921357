package drydock.engine.runner.place;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.network.Egress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EgressRuleTest {
  private static final Optional<List<String>> ASKED =
      Optional.of(List.of("a.example.org", "evil.test", "*.deep.example.org"));

  @Test
  void a_repository_that_asks_for_nothing_gets_what_the_operator_allows() {
    assertThat(EgressRule.of(new Egress.All(), Optional.empty())).isEqualTo(new Egress.All());
  }

  @Test
  void a_repository_may_narrow_what_is_allowed() {
    assertThat(EgressRule.of(new Egress.All(), ASKED))
        .isEqualTo(new Egress.Domains(ASKED.orElseThrow()));
  }

  @Test
  void a_repository_cannot_widen_what_is_allowed() {
    assertThat(EgressRule.of(new Egress.None(), ASKED)).isEqualTo(new Egress.None());
    assertThat(EgressRule.of(new Egress.Domains(List.of("*.example.org")), ASKED))
        .isEqualTo(new Egress.Domains(List.of("a.example.org", "*.deep.example.org")));
  }
}
