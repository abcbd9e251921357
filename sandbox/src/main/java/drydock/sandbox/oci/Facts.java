package drydock.sandbox.oci;

import drydock.sandbox.Availability;
import drydock.sandbox.Availability.Fact;
import drydock.sandbox.Layering;
import drydock.sandbox.oci.host.DiskUse;
import java.util.List;

/// Puts what the probe found in words.
///
/// @param version of the machine's cgroups
/// @param failures of what was tried before, oldest first
record Facts(Machine machine, String version, List<String> failures) {
  /// @param runtime what it says of its version
  /// @param trial what a first sandbox said: the line of `/proc/self/status` on the filter, and
  ///   `all` if it could start more processes than it may
  Availability availability(String runtime, String trial) {
    var cgroups = machine.cgroups();
    var overlay = machine.layering() == Layering.OVERLAY;
    var facts =
        List.of(
            new Fact("runtime", true, runtime.lines().findFirst().orElse("")),
            new Fact("user namespaces", true, identity()),
            new Fact(
                "overlay",
                overlay,
                overlay
                    ? "mounted inside, with userxattr"
                    : "copied instead: " + failures.stream().findFirst().orElse("as told")),
            memory(),
            limit("unmapped memory limit", cgroups.memory()),
            limit("cpu limit", cgroups.cpus()),
            pids(!trial.endsWith("all")),
            new Fact("disk limit", true, disk()),
            new Fact(
                "seccomp", trial.matches("Seccomp:\\s+2(?s:\\s.*)?"), "Docker's default profile"));
    return new Availability(
        true, runtime.lines().findFirst().orElse(""), machine.layering(), facts);
  }

  private String identity() {
    var user = machine.identity();
    return user.rootless()
        ? "root in name only: uid 0 inside is uid %d, which runs the server".formatted(user.uid())
        : "uid %d inside is uid %d, which nobody else has".formatted(user.inside(), user.uid());
  }

  private Fact limit(String name, boolean holds) {
    return new Fact(name, holds, holds ? version : "no cgroup: " + remedy());
  }

  private Fact memory() {
    return machine.cgroups().memory()
        ? limit("memory limit", true)
        : new Fact("memory limit", true, "no cgroup: looked at four times a second");
  }

  private Fact pids(boolean holds) {
    return holds && !machine.cgroups().pids()
        ? new Fact("pids limit", true, "RLIMIT_NPROC, counted in its user namespace")
        : limit("pids limit", holds);
  }

  private String remedy() {
    if (!failures.isEmpty()) {
      return failures.getFirst();
    }
    return version.endsWith("v2")
        ? "log in through systemd (loginctl enable-linger), or run as root"
        : "have the server's own cgroup folders of memory, cpu and pids given to this user, or run as"
            + " root";
  }

  private String disk() {
    return new DiskUse(machine.identity()).seesAll()
        ? "looked at every second"
        : "looked at every second; folders that their owner may not list are not counted";
  }
}
