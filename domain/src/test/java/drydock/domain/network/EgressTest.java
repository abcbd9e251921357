package drydock.domain.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class EgressTest {
  @Test
  void is_none_all_or_a_list() {
    assertThat(Egress.parse("none")).isEqualTo(new Egress.None());
    assertThat(Egress.parse("")).isEqualTo(new Egress.None());
    assertThat(Egress.parse(" all ")).isEqualTo(new Egress.All());
    assertThat(Egress.parse("a.example, *.b.example"))
        .isEqualTo(new Egress.Domains(List.of("a.example", "*.b.example")));
  }
}
