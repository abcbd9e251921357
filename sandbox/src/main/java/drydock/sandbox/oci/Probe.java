package drydock.sandbox.oci;

import drydock.sandbox.Availability;
import drydock.sandbox.Labels;
import drydock.sandbox.Layering;
import drydock.sandbox.Limits;
import drydock.sandbox.SandboxException;
import drydock.sandbox.SandboxException.Cause;
import drydock.sandbox.SandboxSpec;
import drydock.sandbox.SandboxSpec.LayeredFolder;
import drydock.sandbox.oci.host.HostFolders;
import drydock.sandbox.oci.host.UserNamespaces;
import drydock.sandbox.oci.host.Walk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Finds out what works on this machine by making sandboxes.
final class Probe {
  /// @param machine with the layering and the cgroups that work
  record Found(Runc runc, Machine machine, Availability availability) {}

  /// Uses what a sandbox may use: a changed layer, the filter, and more processes than it may.
  private static final String TRIAL =
      """
      rm -r /probe/folder
      echo >/probe/new
      grep Seccomp: /proc/self/status
      (for n in $(seq 40); do sleep 9 & done; echo all) 2>/dev/null || true
      """;

  private static final Limits LIMITS = new Limits(64 << 20, 1, 32, 64 << 20);

  private final OciSettings settings;
  private final List<Layering> layerings;
  private final Launcher launcher;
  private final HostFolders folders;

  /// @param layerings to be tried, best first
  Probe(OciSettings settings, List<Layering> layerings, Launcher launcher, HostFolders folders) {
    this.settings = settings;
    this.layerings = layerings;
    this.launcher = launcher;
    this.folders = folders;
  }

  /// @throws SandboxException unavailable: nothing works
  Found find(Machine host) throws IOException {
    var identity = folders.identity();
    var executable = Runc.find(settings.runtime()).orElseThrow(this::noRuntime);
    for (var needed : List.of(settings.state(), settings.workspaces())) {
      new Walk(identity).obstacle(needed).ifPresent(Probe::unavailable);
    }
    var candidates = CgroupCandidates.ofThisProcess(settings.runtimeDir());
    var failures = new ArrayList<String>();
    for (var cgroups : candidates.of(identity)) {
      var systemd = settings.runtimeDir().filter(_ -> cgroups.place() == Cgroups.Place.SYSTEMD);
      // Shares of cgroups do better than that, and do not hold up the runtime itself.
      var nice = cgroups.cpus() ? 0 : 10;
      var runc = new Runc(executable, settings.state().resolve("runc"), systemd, nice);
      for (var layering : layerings) {
        var machine = host.with(layering, cgroups);
        try {
          var trial = trial(runc, machine);
          var facts = new Facts(machine, candidates.version(), failures);
          return new Found(runc, machine, facts.availability(runc.version().output(), trial));
        } catch (SandboxException e) {
          failures.add(String.valueOf(e.getMessage()));
        }
      }
    }
    var why = new UserNamespaces(Path.of("/proc")).obstacle(identity);
    return unavailable(why.orElse(failures.getLast()));
  }

  private String trial(Runc runc, Machine machine) throws IOException {
    var name = "probe-" + UUID.randomUUID().toString().substring(0, 8);
    var labels = new Labels(settings.installation(), settings.node(), name);
    var place = settings.workspaces().resolve("." + name);
    try {
      var lower = place.resolve("lower");
      for (var folder : List.of("lower", "lower/folder", "upper", "work")) {
        folders.create(place.resolve(folder));
      }
      Files.createFile(lower.resolve("folder/file"));
      folders.adopt(lower);
      var layered =
          new LayeredFolder(
              "/probe", List.of(lower), place.resolve("upper"), place.resolve("work"));
      var spec =
          new SandboxSpec(
              labels,
              Optional.empty(),
              List.of(layered),
              List.of(),
              Optional.empty(),
              List.of(),
              List.of("sh", "-ec", TRIAL),
              "/",
              Map.of(),
              LIMITS);
      try (var sandbox =
          launcher.launch(spec, machine, launcher.remains(runc, OciDriver.id(labels)))) {
        return outcome(sandbox);
      }
    } finally {
      folders.remove(place);
    }
  }

  private static String outcome(OciSandbox sandbox) throws IOException {
    var output = new String(sandbox.stdout().readAllBytes(), StandardCharsets.UTF_8);
    var errors = new String(sandbox.stderr().readAllBytes(), StandardCharsets.UTF_8);
    var exit = sandbox.exit();
    if (exit.status() != 0) {
      var line = errors.strip().lines().reduce("", (_, last) -> last);
      throw new SandboxException(
          Cause.UNAVAILABLE, "a first sandbox ended with " + exit.status() + ": " + line);
    }
    return output.strip();
  }

  private SandboxException noRuntime() {
    return new SandboxException(
        Cause.UNAVAILABLE,
        settings.runtime() + " is not installed: apt-get install " + settings.runtime());
  }

  private static Found unavailable(String why) {
    throw new SandboxException(Cause.UNAVAILABLE, why);
  }
}
