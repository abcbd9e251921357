package drydock.door.egress;

import drydock.door.uplink.Route.Hop;
import java.net.InetAddress;
import java.util.List;

/// May a host be reached, and how.
sealed interface Verdict {
  /// Dial one of these, in this order, and nothing else.
  record Direct(List<InetAddress> addresses) implements Verdict {
    public Direct {
      addresses = List.copyOf(addresses);
    }
  }

  /// Ask the company's proxy.
  record Via(Hop hop) implements Verdict {}

  /// @param reason as in [drydock.domain.network.NetworkAttempt]
  record Blocked(String reason) implements Verdict {}

  /// Allowed, but there is no such host.
  record Unknown() implements Verdict {}
}
