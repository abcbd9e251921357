package drydock.door.egress;

import drydock.door.uplink.Cidr;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Which addresses egress may dial: public ones that are not this machine's own, and what the
/// operator allows. The ranges are those of the IANA special-purpose registries (RFC 6890 and its
/// successors).
record Addresses(List<Cidr> allowed, Predicate<InetAddress> own) {
  private static final Map<Cidr, String> SPECIAL = new LinkedHashMap<>();
  private static final Cidr NAT64 = Cidr.parse("64:ff9b::/96");
  private static final Cidr GLOBAL_IPV6 = Cidr.parse("2000::/3");

  static {
    special("private address", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");
    special("loopback address", "127.0.0.0/8", "::1/128");
    special("link-local or metadata address", "169.254.0.0/16", "fe80::/10");
    special("address of a carrier's network", "100.64.0.0/10");
    special("multicast address", "224.0.0.0/4", "ff00::/8");
    special("unspecified address", "0.0.0.0/8", "::/128");
    special(
        "reserved address",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "240.0.0.0/4",
        "2001::/23",
        "2001:db8::/32",
        "2002::/16",
        "3fff::/20");
  }

  private static void special(String what, String... ranges) {
    Arrays.stream(ranges).map(Cidr::parse).forEach(range -> SPECIAL.put(range, what));
  }

  /// Why the address must not be dialled, or none. An address that carries an IPv4 one (mapped, RFC
  /// 4291; NAT64, RFC 6052) is judged by that.
  Optional<String> objection(InetAddress address) {
    if (allowed.stream().anyMatch(range -> range.contains(address))) {
      return Optional.empty();
    }
    if (NAT64.contains(address)) {
      return objection(tail(address));
    }
    for (var special : SPECIAL.entrySet()) {
      if (special.getKey().contains(address)) {
        return Optional.of(special.getValue() + " " + address.getHostAddress());
      }
    }
    if (own.test(address)) {
      return Optional.of("address of this machine " + address.getHostAddress());
    }
    return address instanceof Inet6Address && !GLOBAL_IPV6.contains(address)
        ? Optional.of("reserved address " + address.getHostAddress())
        : Optional.empty();
  }

  private static InetAddress tail(InetAddress address) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), 12, 16));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
