package drydock.door.egress;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;

/// This machine's own addresses: what listens on them is the control plane, other services of the
/// host, other people's work.
final class Machine {
  private Machine() {}

  static boolean owns(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      throw new IllegalStateException("the network interfaces cannot be listed", e);
    }
  }
}
