package drydock.door.uplink;

import drydock.domain.network.Uplink;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which way a host is reached from here. There is no standard for `NO_PROXY`; this is what curl
/// and Go agree on: `*`, a name (with all names below it, a leading dot or not), an address, or a
/// CIDR; each with `:port` or without.
public record Route(Uplink uplink) {

  /// A company's proxy. `authorization` is the value of Proxy-Authorization: a secret.
  public record Hop(String host, int port, Optional<String> authorization, boolean secure) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  /// The proxy to go through for this host, or none to go directly.
  public Optional<Hop> via(String host, int port) {
    return uplink.proxy().filter(_ -> !excepted(host, port)).map(Route::hop);
  }

  /// The configured proxy, whatever the host.
  public Optional<Hop> proxy() {
    return uplink.proxy().map(Route::hop);
  }

  private boolean excepted(String host, int port) {
    var name = host.toLowerCase(Locale.ROOT);
    var address = Cidr.literal(name);
    return uplink.noProxy().stream()
        .map(rule -> rule.strip().toLowerCase(Locale.ROOT))
        .anyMatch(rule -> matches(rule, name, address, port));
  }

  private static boolean matches(
      String rule, String name, @Nullable InetAddress address, int port) {
    if (rule.equals("*")) {
      return true;
    }
    var colon = rule.lastIndexOf(':');
    if (colon > 0 && colon == rule.indexOf(':')) {
      return rule.substring(colon + 1).equals(Integer.toString(port))
          && matches(rule.substring(0, colon), name, address, port);
    }
    if (address != null) {
      return (rule.contains("/") || Cidr.literal(rule) != null)
          && Cidr.parse(rule).contains(address);
    }
    var bare = rule.startsWith("*.") ? rule.substring(2) : rule.replaceFirst("^\\.", "");
    return !bare.isEmpty() && (name.equals(bare) || name.endsWith("." + bare));
  }

  private static Hop hop(URI proxy) {
    var secure = "https".equalsIgnoreCase(proxy.getScheme());
    var port = proxy.getPort() > 0 ? proxy.getPort() : secure ? 443 : 80;
    var basic =
        Optional.ofNullable(proxy.getUserInfo())
            .map(user -> user.getBytes(StandardCharsets.UTF_8))
            .map(user -> "Basic " + Base64.getEncoder().encodeToString(user));
    return new Hop(proxy.getHost(), port, basic, secure);
  }
}
