package drydock.door.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Resolves host names. Thread safe.
@FunctionalInterface
public interface Names {
  Names SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /// @throws UnknownHostException if there is no such host, as far as one can see from here
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
