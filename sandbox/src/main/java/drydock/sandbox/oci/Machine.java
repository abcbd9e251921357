package drydock.sandbox.oci;

import drydock.sandbox.Layering;
import java.util.List;
import java.util.Map;

/// What every sandbox on this machine has in common.
///
/// @param architecture as Java's `os.arch` says it: `amd64`, `aarch64`
/// @param shown host files and folders that every sandbox sees, read-only, outermost first
/// @param environment what every command finds unless its spec says otherwise; holds PATH and HOME
record Machine(
    Identity identity,
    String architecture,
    List<Mount> shown,
    Map<String, String> environment,
    Layering layering,
    Cgroups cgroups) {

  Machine {
    shown = List.copyOf(shown);
  }

  Machine with(Layering found, Cgroups limits) {
    return new Machine(identity, architecture, shown, environment, found, limits);
  }
}
