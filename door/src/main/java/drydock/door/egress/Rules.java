package drydock.door.egress;

import drydock.domain.network.Egress;
import java.util.Locale;
import java.util.Set;

/// Which hosts and ports a phase may reach by name. Ports are 80 and 443, unless a pattern names
/// another: `example.org:8443` is that port alone. `*.example.org` is every host below it, `*` is
/// any.
record Rules(Egress egress) {
  private static final Set<Integer> WEB = Set.of(80, 443);

  boolean allow(String host, int port) {
    return switch (egress) {
      case Egress.None _ -> false;
      case Egress.All _ -> WEB.contains(port);
      case Egress.Domains domains ->
          domains.patterns().stream()
              .anyMatch(p -> matches(p.toLowerCase(Locale.ROOT), host, port));
    };
  }

  private static boolean matches(String pattern, String host, int port) {
    var colon = pattern.lastIndexOf(':');
    if (colon >= 0 && pattern.indexOf(':') == colon) {
      return pattern.substring(colon + 1).equals(Integer.toString(port))
          && named(pattern.substring(0, colon), host);
    }
    return WEB.contains(port) && named(pattern, host);
  }

  private static boolean named(String pattern, String host) {
    return pattern.equals("*")
        || pattern.equals(host)
        || (pattern.startsWith("*.")
            && host.endsWith(pattern.substring(1))
            && host.length() > pattern.length() - 1);
  }
}
