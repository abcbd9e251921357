package drydock.door.egress;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.network.Egress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
  @ParameterizedTest
  @CsvSource({
    "none, example.org, 443, false",
    "all, example.org, 443, true",
    "all, example.org, 80, true",
    "all, example.org, 22, false",
    "example.org, example.org, 443, true",
    "EXAMPLE.org, example.org, 443, true",
    "example.org, a.example.org, 443, false",
    "*.example.org, a.b.example.org, 443, true",
    "*.example.org, example.org, 443, false",
    "*.example.org, evilexample.org, 443, false",
    "example.org, example.org, 8443, false",
    "example.org:8443, example.org, 8443, true",
    "example.org:8443, example.org, 443, false",
    "*:22, any.example, 22, true",
    "a.example b.example, b.example, 80, true",
  })
  void a_list_means_what_it_says(String egress, String host, int port, boolean allowed) {
    assertThat(new Rules(Egress.parse(egress)).allow(host, port)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ".", "a..b", "0x7f.1", "0x7f000001", "017700000001", "127.1", "2130706433", "1.2.3.04",
        "1.2.3.256", "a b", "a/b", "a@b", "fe80::1%eth0", "[::1", "-a.example", "xn--", "ä.example"
      })
  void what_a_resolver_might_read_in_its_own_way_is_no_host(String raw) {
    assertThat(HostName.of(raw)).isEmpty();
  }

  @Test
  void hosts_have_one_form() {
    assertThat(HostName.of("Example.ORG.").orElseThrow().text()).isEqualTo("example.org");
    assertThat(HostName.of("[::FFFF:10.0.0.1]").orElseThrow().text()).isEqualTo("10.0.0.1");
    assertThat(HostName.of("10.0.0.1").orElseThrow().address()).isNotNull();
    assertThat(HostName.of("1password.com").orElseThrow().address()).isNull();
    assertThat(HostName.of("a_b.example").orElseThrow().text()).isEqualTo("a_b.example");
  }
}
