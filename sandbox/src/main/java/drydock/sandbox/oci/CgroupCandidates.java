package drydock.sandbox.oci;

import drydock.sandbox.oci.Cgroups.Place;
import drydock.sandbox.oci.host.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where cgroups for sandboxes might be had on this machine, best first; only trying tells.
///
/// @param root `/sys/fs/cgroup`
/// @param own the text of `/proc/self/cgroup`
/// @param runtimeDir where the user's systemd listens
record CgroupCandidates(Path root, String own, Optional<Path> runtimeDir) {
  static CgroupCandidates ofThisProcess(Optional<Path> runtimeDir) throws IOException {
    var own = Files.readString(Path.of("/proc/self/cgroup"));
    return new CgroupCandidates(Cgroups.ROOT, own, runtimeDir);
  }

  List<Cgroups> of(Identity identity) {
    var candidates = new ArrayList<Cgroups>();
    if (identity.rootless()) {
      candidates.add(unified() ? systemd(identity) : delegated());
    } else {
      candidates.add(top());
    }
    candidates.removeIf(Cgroups.NONE::equals);
    candidates.add(Cgroups.NONE);
    return candidates;
  }

  String version() {
    return unified() ? "cgroup v2" : "cgroup v1";
  }

  private boolean unified() {
    return Files.exists(root.resolve("cgroup.controllers"));
  }

  private Cgroups top() {
    return unified()
        ? controllers(Place.TOP, root)
        : found(
            Place.TOP,
            exists("memory"),
            exists("memory/memory.memsw.limit_in_bytes"),
            exists("cpu/cpu.cfs_quota_us"),
            exists("pids"));
  }

  /// On v1 the folders of the caller's own cgroup, where they were given to it.
  private Cgroups delegated() {
    var memory = ownFolder("memory").filter(Files::isWritable);
    return found(
        Place.BELOW_CALLER,
        memory.isPresent(),
        memory.filter(m -> Files.exists(m.resolve("memory.memsw.limit_in_bytes"))).isPresent(),
        ownFolder("cpu").filter(Files::isWritable).isPresent(),
        ownFolder("pids").filter(Files::isWritable).isPresent());
  }

  /// On v2 a process in a cgroup keeps that from having children with limits, so systemd is asked
  /// for another.
  private Cgroups systemd(Identity identity) {
    var folder = "user.slice/user-%d.slice/user@%1$d.service".formatted(identity.uid());
    return runtimeDir.filter(dir -> Files.exists(dir.resolve("bus"))).isPresent()
        ? controllers(Place.SYSTEMD, root.resolve(folder))
        : Cgroups.NONE;
  }

  private static Cgroups controllers(Place place, Path folder) {
    try {
      var names = Set.of(Files.readString(folder.resolve("cgroup.controllers")).strip().split(" "));
      var memory = names.contains("memory");
      return found(place, memory, memory, names.contains("cpu"), names.contains("pids"));
    } catch (IOException e) {
      return Cgroups.NONE;
    }
  }

  private static Cgroups found(
      Place place, boolean memory, boolean swap, boolean cpus, boolean pids) {
    return memory || cpus || pids ? new Cgroups(place, memory, swap, cpus, pids) : Cgroups.NONE;
  }

  private boolean exists(String path) {
    return Files.exists(root.resolve(path));
  }

  /// A line of `/proc/self/cgroup` is `number:controllers:path`; cgroups(7).
  private Optional<Path> ownFolder(String controller) {
    return own.lines()
        .map(line -> line.split(":", 3))
        .filter(parts -> List.of(parts[1].split(",")).contains(controller))
        .map(parts -> root.resolve(parts[1]).resolve(parts[2].substring(1)))
        .findFirst();
  }
}
