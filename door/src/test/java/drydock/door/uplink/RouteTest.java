package drydock.door.uplink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.network.Uplink;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {
  @ParameterizedTest
  @CsvSource({
    "example.org, example.org, 443, true",
    "example.org, a.example.org, 443, true",
    ".example.org, a.example.org, 443, true",
    "*.example.org, a.example.org, 443, true",
    "example.org, notexample.org, 443, false",
    "*, anything, 80, true",
    "10.0.0.0/8, 10.9.8.7, 443, true",
    "10.0.0.0/8, 11.0.0.1, 443, false",
    "10.0.0.1, 10.0.0.1, 443, true",
    "example.org:8443, example.org, 8443, true",
    "example.org:8443, example.org, 443, false",
    "fd00::/8, fd12::1, 443, true",
  })
  void no_proxy_is_read_as_curl_and_go_read_it(String rule, String host, int port, boolean direct) {
    var uplink =
        new Uplink(
            Optional.of(URI.create("http://proxy.example:3128")), List.of(rule), Optional.empty());

    assertThat(new Route(uplink).via(host, port).isEmpty()).isEqualTo(direct);
  }

  @Test
  void a_proxys_password_shows_nowhere() {
    var uplink =
        new Uplink(
            Optional.of(URI.create("http://me:secret@proxy.example")), List.of(), Optional.empty());
    var hop = new Route(uplink).via("example.org", 443).orElseThrow();

    assertThat(hop.port()).isEqualTo(80);
    assertThat(hop.toString()).isEqualTo("proxy.example:80");
  }

  @Test
  void ranges_contain_what_they_should() {
    assertThat(Cidr.parse("10.1.0.0/16").contains(InetAddress.ofLiteral("10.1.255.1"))).isTrue();
    assertThat(Cidr.parse("10.1.0.0/16").contains(InetAddress.ofLiteral("10.2.0.1"))).isFalse();
    assertThat(Cidr.parse("0.0.0.0/0").contains(InetAddress.ofLiteral("::1"))).isFalse();
    assertThat(Cidr.parse("10.0.0.1").prefix()).isEqualTo(32);
    for (var wrong : List.of("10.0.0.0/33", "10.0.0/8", "x", "10.0.0.0/x", "::1/129", "")) {
      assertThatThrownBy(() -> Cidr.parse(wrong)).hasMessageContaining("not a network like");
    }
  }
}
