package drydock.sandbox.oci;

import drydock.sandbox.Layering;
import drydock.sandbox.SandboxSpec;
import drydock.sandbox.SandboxSpec.Bind;
import drydock.sandbox.SandboxSpec.LayeredFolder;
import drydock.sandbox.oci.host.HostView;
import drydock.sandbox.oci.host.Mount;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// All mounts of a sandbox. Pure.
final class MountPlan {
  private final SandboxSpec spec;
  private final Machine machine;

  private MountPlan(SandboxSpec spec, Machine machine) {
    this.spec = spec;
    this.machine = machine;
  }

  /// In the order they are made: what is below another mount comes after it.
  static List<Mount> of(SandboxSpec spec, Machine machine) {
    return new MountPlan(spec, machine).all();
  }

  private List<Mount> all() {
    var all = new ArrayList<Mount>();
    kernelFilesystems().forEach(all::add);
    temporaryFolders().forEach(all::add);
    all.addAll(machine.shown());
    spec.folders().stream().map(this::layered).forEach(all::add);
    spec.binds().stream().map(MountPlan::bind).forEach(all::add);
    // A socket is talked to on a read-only mount too, and nothing there can be put in its place.
    spec.door().map(door -> Mount.readOnly(door, SandboxSpec.DOOR)).ifPresent(all::add);
    return all;
  }

  /// Those mounts whose mount point must be there before the sandbox is: the others lie in another
  /// mount, where the runtime makes it, or it is there.
  static List<Mount> outermost(List<Mount> mounts) {
    return mounts.stream().filter(m -> mounts.stream().noneMatch(o -> o.covers(m))).toList();
  }

  private Stream<Mount> kernelFilesystems() {
    var fixed =
        Stream.of(
            Mount.of("/proc", "proc", "nosuid", "noexec", "nodev"),
            Mount.of("/dev", "tmpfs", "nosuid", "strictatime", "mode=755", "size=64k"),
            Mount.of(
                "/dev/pts",
                "devpts",
                "nosuid",
                "noexec",
                "newinstance",
                "ptmxmode=0666",
                "mode=0620"),
            Mount.of("/sys", "sysfs", "nosuid", "noexec", "nodev", "ro"));
    // How JVMs and others learn what they may take.
    var limits =
        machine.cgroups().place() == Cgroups.Place.NOWHERE
            ? Stream.<Mount>empty()
            : Stream.of(Mount.of("/sys/fs/cgroup", "cgroup", "nosuid", "noexec", "nodev", "ro"));
    return Stream.concat(fixed, limits);
  }

  private Stream<Mount> temporaryFolders() {
    var memory = spec.limits().memoryBytes();
    return Stream.of(
        Mount.temporary("/dev/shm", "1777", memory / 4),
        Mount.temporary("/tmp", "1777", memory / 2),
        Mount.temporary("/run", "755", 16 << 20),
        Mount.temporary(HostView.HOME, "777", memory / 4));
  }

  private Mount layered(LayeredFolder folder) {
    return machine.layering() == Layering.OVERLAY && !folder.lowers().isEmpty()
        ? Mount.overlay(folder.target(), folder.lowers(), folder.upper(), folder.work())
        : Mount.writable(folder.upper(), folder.target());
  }

  private static Mount bind(Bind bind) {
    return switch (bind.access()) {
      case READ_ONLY -> Mount.readOnly(bind.source(), bind.target());
      case READ_WRITE -> Mount.writable(bind.source(), bind.target());
    };
  }
}
