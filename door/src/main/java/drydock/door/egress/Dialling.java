package drydock.door.egress;

import drydock.domain.network.Uplink;
import drydock.door.uplink.Cidr;
import drydock.door.uplink.Route;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/// What all doors share of egress: how names become addresses, and which addresses may be dialled.
/// With a company's proxy the proxy resolves; a name that can be resolved here too must still not
/// stand for an address that is not public, but one that changes its mind, or is known to the proxy
/// only, is the proxy's to judge: the phase's list of domains is what holds then.
public final class Dialling {
  private final Route route;
  private final Names names;
  private final Addresses addresses;

  public Dialling(Uplink uplink, List<Cidr> allowPrivate, Names names) {
    this.route = new Route(uplink);
    this.names = names;
    this.addresses = new Addresses(List.copyOf(allowPrivate), Machine::owns);
  }

  Route route() {
    return route;
  }

  /// One address that must not be dialled blocks the name: which one answers first is chance.
  Verdict verdict(HostName host, int port) {
    var hop = route.via(host.text(), port);
    List<InetAddress> found;
    try {
      var literal = host.address();
      found = literal == null ? names.resolve(host.text()) : List.of(literal);
    } catch (UnknownHostException _) {
      return hop.<Verdict>map(Verdict.Via::new).orElseGet(Verdict.Unknown::new);
    }
    Optional<String> objection =
        found.stream().flatMap(a -> addresses.objection(a).stream()).findFirst();
    if (objection.isPresent()) {
      return new Verdict.Blocked(objection.get());
    }
    return hop.<Verdict>map(Verdict.Via::new).orElseGet(() -> new Verdict.Direct(found));
  }

  /// The addresses to dial for a host, or for the proxy itself.
  ///
  /// @throws UnknownHostException if there are none that may be dialled
  List<InetAddress> reach(String host, int port) throws UnknownHostException {
    if (route.proxy().filter(hop -> hop.host().equals(host) && hop.port() == port).isPresent()) {
      return List.of(InetAddress.getAllByName(host));
    }
    var name = HostName.of(host).orElseThrow(() -> new UnknownHostException(host));
    if (verdict(name, port) instanceof Verdict.Direct(var found)) {
      return found;
    }
    throw new UnknownHostException(host + " has no address that may be dialled");
  }
}
