package drydock.door.egress;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.door.uplink.Cidr;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
  private static final Addresses PUBLIC = new Addresses(List.of(), _ -> false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "127.0.0.1",
        "127.255.0.1",
        "0.0.0.0",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.255",
        "224.0.0.1",
        "255.255.255.255",
        "192.0.0.170",
        "198.18.0.1",
        "::1",
        "::",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "::7f00:1",
        "fe80::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "2001:db8::1",
        "2001::1",
        "2002:7f00:1::",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "4000::1"
      })
  void what_is_not_public_is_not_dialled(String address) {
    assertThat(PUBLIC.objection(InetAddress.ofLiteral(address))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "172.32.0.1",
        "100.128.0.1",
        "192.167.255.255",
        "2606:4700::1111",
        "64:ff9b::101:101",
        "::ffff:1.1.1.1"
      })
  void what_is_public_is_dialled(String address) {
    assertThat(PUBLIC.objection(InetAddress.ofLiteral(address))).isEmpty();
  }

  @Test
  void the_operator_may_allow_a_range_and_the_reason_names_the_kind() {
    var some = new Addresses(List.of(Cidr.parse("10.1.0.0/16")), _ -> false);

    assertThat(some.objection(InetAddress.ofLiteral("10.1.2.3"))).isEmpty();
    assertThat(some.objection(InetAddress.ofLiteral("10.2.0.1")))
        .isEqualTo(Optional.of("private address 10.2.0.1"));
  }

  @Test
  void this_machines_public_address_is_not_dialled() {
    var own = new Addresses(List.of(), InetAddress.ofLiteral("1.2.3.4")::equals);

    assertThat(own.objection(InetAddress.ofLiteral("1.2.3.4")))
        .isEqualTo(Optional.of("address of this machine 1.2.3.4"));
  }
}
