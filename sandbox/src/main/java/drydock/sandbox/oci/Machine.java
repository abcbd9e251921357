package drydock.sandbox.oci;

import drydock.sandbox.Layering;
import drydock.sandbox.oci.host.HostView;
import drydock.sandbox.oci.host.Identity;
import drydock.sandbox.oci.host.Mount;
import drydock.sandbox.oci.host.UserNamespaces;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What every sandbox on this machine has in common.
///
/// @param architecture as Java's `os.arch` says it: `amd64`, `aarch64`
/// @param shown host files and folders that every sandbox sees, read-only, outermost first
/// @param environment what every command finds unless its spec says otherwise; holds PATH and HOME
/// @param countsProcesses whether a limit of processes set inside counts that sandbox's own only
record Machine(
    Identity identity,
    String architecture,
    List<Mount> shown,
    Map<String, String> environment,
    boolean countsProcesses,
    Layering layering,
    Cgroups cgroups) {

  Machine {
    shown = List.copyOf(shown);
  }

  /// With nothing of what only trying tells.
  static Machine of(Identity identity, HostView.Seen seen) {
    var architecture = System.getProperty("os.arch");
    return new Machine(
        identity,
        architecture,
        seen.mounts(),
        seen.environment(),
        new UserNamespaces(Path.of("/proc")).countProcesses(),
        Layering.COPY,
        Cgroups.NONE);
  }

  Machine with(Layering found, Cgroups limits) {
    return new Machine(identity, architecture, shown, environment, countsProcesses, found, limits);
  }
}
