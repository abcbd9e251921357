package drydock.door.uplink;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A range of addresses, such as `10.1.0.0/16` or `fd00::/8` (RFC 4632, RFC 4291 section 2.3). A
/// lone address is a range of one. IPv4-mapped IPv6 addresses count as the IPv4 address they map.
public record Cidr(InetAddress network, int prefix) {
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*");

  /// @throws IllegalArgumentException if the prefix does not fit the address
  public Cidr {
    if (prefix < 0 || prefix > network.getAddress().length * 8) {
      throw new IllegalArgumentException("no such prefix: " + prefix);
    }
  }

  /// @throws IllegalArgumentException with one line that says what is wrong
  public static Cidr parse(String text) {
    var slash = text.indexOf('/');
    var address = literal(slash < 0 ? text.strip() : text.substring(0, slash).strip());
    if (address != null) {
      try {
        var bits = address.getAddress().length * 8;
        return new Cidr(address, slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1)));
      } catch (IllegalArgumentException _) {
        // falls through to the one message
      }
    }
    throw new IllegalArgumentException(
        "not a network like 10.1.0.0/16 or fd00::/8: '" + text + "'");
  }

  /// The address a text stands for by itself, or null if it is not written as an address. Only four
  /// decimal numbers without leading zeros are IPv4: the octal, hexadecimal and short forms of
  /// inet_aton(3) are not, and neither are zones (`fe80::1%eth0`).
  public static @Nullable InetAddress literal(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    if (!IPV4.matcher(lower).matches() && !IPV6.matcher(lower).matches()) {
      return null;
    }
    try {
      return InetAddress.ofLiteral(lower);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  public boolean contains(InetAddress address) {
    var a = unmapped(address).getAddress();
    var n = network.getAddress();
    if (a.length != n.length) {
      return false;
    }
    var shift = n.length * 8 - prefix;
    return new BigInteger(1, a).shiftRight(shift).equals(new BigInteger(1, n).shiftRight(shift));
  }

  /// [InetAddress#getByAddress(byte[])] turns `::ffff:a.b.c.d` into IPv4 by itself.
  private static InetAddress unmapped(InetAddress address) {
    try {
      return InetAddress.getByAddress(address.getAddress());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of neither 4 nor 16 bytes", e);
    }
  }

  @Override
  public String toString() {
    return network.getHostAddress() + "/" + prefix;
  }
}
