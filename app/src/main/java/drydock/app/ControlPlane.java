package drydock.app;

import drydock.engine.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;

/// Where the server and its database listen: what a sandbox must never reach.
final class ControlPlane {
  /// Of `postmaster.pid`, lines counted from 0: PostgreSQL's `miscadmin.h`, LOCK_FILE_LINE_PORT.
  private static final int PORT_LINE = 3;

  private ControlPlane() {}

  /// @param http the server's port, as set; 0 says nothing
  static Set<Integer> ports(Home home, int http) {
    var ports = new TreeSet<Integer>();
    if (http != 0) {
      ports.add(http);
    }
    try {
      ports.add(
          Integer.parseInt(
              Files.readAllLines(home.db().resolve("data/postmaster.pid")).get(PORT_LINE).strip()));
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException _) {
      // It does not run, or is another machine's.
    }
    return ports;
  }
}
