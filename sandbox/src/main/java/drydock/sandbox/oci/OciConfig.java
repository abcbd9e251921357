package drydock.sandbox.oci;

import static drydock.sandbox.oci.Json.object;
import static drydock.sandbox.oci.Resource.text;
import static java.util.stream.Collectors.joining;

import drydock.sandbox.Limits;
import drydock.sandbox.SandboxSpec;
import drydock.sandbox.oci.host.HostView;
import drydock.sandbox.oci.host.Identity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// From a spec to what the runtime is told: the OCI runtime specification's `config.json`. Pure.
final class OciConfig {
  /// What Docker hides of `/proc` and `/sys`, and what it makes read-only.
  private static final List<String> MASKED =
      List.of(
          "/proc/acpi",
          "/proc/asound",
          "/proc/interrupts",
          "/proc/kcore",
          "/proc/keys",
          "/proc/latency_stats",
          "/proc/sched_debug",
          "/proc/scsi",
          "/proc/timer_list",
          "/proc/timer_stats",
          "/sys/devices/virtual/powercap",
          "/sys/firmware");

  // The cgroups are mounted read-only; runc 1.1.15 leaves the folder above those of version 1
  // writable all the same.
  private static final List<String> READ_ONLY =
      List.of(
          "/proc/bus",
          "/proc/fs",
          "/proc/irq",
          "/proc/sys",
          "/proc/sysrq-trigger",
          "/sys/fs/cgroup");

  /// An eighth of what the server has, which is the default of 1024: the pages come first, however
  /// many sandboxes work.
  private static final int SHARES = 128;

  private static final String INIT = withoutComments(text("init.sh"));
  private static final Json.Raw SYSCALLS = new Json.Raw(text("seccomp-syscalls.json"));

  private final SandboxSpec spec;
  private final Machine machine;

  OciConfig(SandboxSpec spec, Machine machine) {
    this.spec = spec;
    this.machine = machine;
  }

  Map<String, Object> document(String id) {
    return object(
        "ociVersion", "1.0.2",
        "process", process(),
        "root", object("path", "rootfs", "readonly", true),
        "hostname", "sandbox",
        "mounts", mounts(),
        "annotations",
            object(
                "dev.drydock.installation", spec.labels().installation(),
                "dev.drydock.node", spec.labels().node(),
                "dev.drydock.name", spec.labels().name()),
        "linux", linux(id));
  }

  private List<Map<String, Object>> mounts() {
    return MountPlan.of(spec, machine).stream()
        .map(m ->
            object(
                "destination", m.destination(),
                "type", m.type(),
                "source", m.source(),
                "options", m.options()))
        .toList();
  }

  private Map<String, Object> process() {
    var inside = machine.identity().inside();
    var none = List.of();
    return object(
        "terminal", false,
        "user", object("uid", inside, "gid", inside, "umask", 0022),
        "args", arguments(),
        "env", environment(),
        "cwd", spec.workdir(),
        "capabilities",
            object(
                "bounding", none,
                "effective", none,
                "permitted", none,
                "inheritable", none,
                "ambient", none),
        "noNewPrivileges", true,
        "rlimits", resourceLimits(),
        // When the host runs out of memory, the server and its database are not the ones to go.
        "oomScoreAdj", 800);
  }

  /// Holds where no cgroup does, and is a second wall where one does.
  private List<Map<String, Object>> resourceLimits() {
    var pids = spec.limits().pids();
    return machine.countsProcesses()
        ? List.of(object("type", "RLIMIT_NPROC", "hard", pids, "soft", pids))
        : List.of();
  }

  private List<String> arguments() {
    var argv = new ArrayList<>(List.of(HostView.SHELL, "-c", INIT, "init"));
    argv.add(String.valueOf(spec.relay().size()));
    argv.addAll(spec.relay());
    argv.addAll(spec.command());
    return argv;
  }

  private List<String> environment() {
    var variables = new TreeMap<>(machine.environment());
    variables.putAll(spec.environment());
    return variables.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
  }

  private Map<String, Object> linux(String id) {
    var namespaces = Stream.of("user", "mount", "pid", "network", "ipc", "uts", "cgroup");
    var linux =
        object(
            "namespaces", namespaces.map(type -> object("type", type)).toList(),
            "uidMappings", mapped(Identity.Mapping::uid),
            "gidMappings", mapped(Identity.Mapping::gid),
            "maskedPaths", MASKED,
            "readonlyPaths", READ_ONLY,
            "seccomp", seccomp());
    linux.putAll(cgroup(id));
    return linux;
  }

  private List<Map<String, Object>> mapped(ToIntFunction<Identity.Mapping> host) {
    return machine.identity().mapped().stream()
        .map(m -> object("containerID", m.inside(), "hostID", host.applyAsInt(m), "size", 1))
        .toList();
  }

  private Map<String, Object> seccomp() {
    // The machine's own only: the filter for x86 and x32 beside it takes longer to build than
    // everything else at a start together. A 32-bit program is killed at its first call.
    var architecture =
        switch (machine.architecture()) {
          case "amd64" -> "SCMP_ARCH_X86_64";
          case "aarch64" -> "SCMP_ARCH_AARCH64";
          default -> throw new IllegalArgumentException("no profile: " + machine.architecture());
        };
    return object(
        "defaultAction",
        "SCMP_ACT_ERRNO",
        "defaultErrnoRet",
        1,
        "architectures",
        List.of(architecture),
        "syscalls",
        SYSCALLS);
  }

  private Map<String, Object> cgroup(String id) {
    return switch (machine.cgroups().place()) {
      case NOWHERE -> Map.of();
      case TOP -> object("cgroupsPath", Cgroups.path(id), "resources", resources(spec.limits()));
      case BELOW_CALLER -> object("resources", resources(spec.limits()));
      case SYSTEMD ->
          object("cgroupsPath", "user.slice:drydock:" + id, "resources", resources(spec.limits()));
    };
  }

  private Map<String, Object> resources(Limits limits) {
    var cgroups = machine.cgroups();
    var resources = new LinkedHashMap<String, Object>();
    if (cgroups.memory()) {
      var memory = object("limit", limits.memoryBytes());
      if (cgroups.swap()) {
        // Memory and swap together: none.
        memory.put("swap", limits.memoryBytes());
      }
      resources.put("memory", memory);
    }
    if (cgroups.cpus()) {
      var period = 100_000;
      resources.put(
          "cpu",
          object("shares", SHARES, "quota", (long) (limits.cpus() * period), "period", period));
    }
    if (cgroups.pids()) {
      resources.put("pids", object("limit", limits.pids()));
    }
    return resources;
  }

  /// They would stand in every `ps`.
  private static String withoutComments(String script) {
    return script.lines().filter(l -> !l.strip().startsWith("#")).collect(joining("\n"));
  }
}
