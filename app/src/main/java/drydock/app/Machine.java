package drydock.app;

import drydock.app.settings.Settings;
import drydock.domain.port.Lease;
import drydock.domain.task.AttemptId;
import drydock.engine.home.Home;
import drydock.engine.runner.AttemptRunner;
import drydock.engine.scheduler.Capacity;
import drydock.engine.scheduler.Scheduler;
import drydock.git.LocalPaths;
import drydock.sandbox.Folders;
import drydock.sandbox.SandboxDriver;
import drydock.sandbox.oci.OciDriver;
import drydock.sandbox.oci.OciSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// What this machine has: folders for sockets, memory, and the sandbox driver.
final class Machine {
  private Machine() {}

  /// By the effective user number, the second of the line `Uid:` (proc_pid_status(5)): root may
  /// have any name, and none in a container.
  static boolean isRoot() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .anyMatch(line -> line.matches("Uid:\\s+\\d+\\s+0\\s.*"));
    } catch (IOException e) {
      throw new StartException(1, "cannot read /proc/self/status: " + e.getMessage());
    }
  }

  /// What `doctor` starts is told apart from what a server of the same installation does, which
  /// sweeps its own.
  static final String DOCTOR = "doctor";

  static SandboxDriver driver(Settings settings, Home home) {
    return driver(settings, home, HomeFiles.installation(made(home)));
  }

  /// @param node of the sandboxes' labels
  static SandboxDriver driver(Settings settings, Home home, String node) {
    return new OciDriver(
        new OciSettings(
            runFolder().resolve("oci"),
            home.workspaces(),
            HomeFiles.installation(made(home)),
            node,
            "runc",
            settings.sandboxes().toolchains(),
            settings.uplink().caFile(),
            runtimeDir()));
  }

  /// The folder must be there before it has a name; its modes are set when all of it is made.
  private static Home made(Home home) {
    try {
      Files.createDirectories(home.root());
    } catch (IOException e) {
      throw new StartException(1, "cannot make " + home.root() + ": " + e.getMessage());
    }
    return home;
  }

  /// A path of this machine may be named as a repository only where everybody who can ask is its
  /// local operator.
  static LocalPaths localPaths(Settings settings) {
    return settings.http().publicUrl().isPresent() ? LocalPaths.REFUSED : LocalPaths.ALLOWED;
  }

  static void refuseUnusable(SandboxDriver driver) {
    var availability = driver.availability();
    if (!availability.usable()) {
      throw new StartException(3, "no sandbox can be made here: " + availability.why());
    }
  }

  /// An empty folder for this installation's doors, short because socket paths end at 108 bytes.
  /// What a killed server left there is removed. No other user of the host gets near: sandboxes are
  /// shown their door, they do not walk to it.
  static Path doors(Folders folders, String installation) {
    var all = runFolder().resolve("doors");
    var doors = all.resolve(installation);
    folders.remove(doors);
    folders.create(doors);
    try {
      Files.setPosixFilePermissions(all, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new StartException(1, "cannot keep others out of " + all + ": " + e.getMessage());
    }
    return doors;
  }

  private static Path runFolder() {
    if (isRoot()) {
      return Path.of("/run/drydock");
    }
    return runtimeDir()
        .map(dir -> dir.resolve("drydock"))
        .orElseGet(() -> own(Path.of("/tmp/drydock-" + System.getProperty("user.name"))));
  }

  /// In `/tmp` anybody may have been quicker, and could change under us what lies in a folder of
  /// theirs: doors, and what a sandbox is made of.
  static Path own(Path folder) {
    try {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (FileAlreadyExistsException _) {
      refuseForeign(folder);
    } catch (IOException e) {
      throw new StartException(1, "cannot make " + folder + ": " + e.getMessage());
    }
    return folder;
  }

  private static void refuseForeign(Path folder) {
    try {
      var found =
          Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!found.isDirectory()
          || !found.owner().getName().equals(System.getProperty("user.name"))
          || found.permissions().contains(PosixFilePermission.GROUP_WRITE)
          || found.permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
        throw new StartException(
            1, folder + " is not yours alone: remove it, or set XDG_RUNTIME_DIR");
      }
    } catch (IOException e) {
      throw new StartException(1, "cannot look at " + folder + ": " + e.getMessage());
    }
  }

  private static Optional<Path> runtimeDir() {
    return Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR"))
        .map(Path::of)
        .filter(Files::isWritable);
  }

  static int capacity() {
    var bean = ManagementFactory.getOperatingSystemMXBean();
    var memory =
        bean instanceof com.sun.management.OperatingSystemMXBean os
            ? os.getTotalMemorySize()
            : 4L << 30;
    return Capacity.of(Runtime.getRuntime().availableProcessors(), memory);
  }

  static Scheduler.Work work(AttemptRunner runner) {
    return new Scheduler.Work() {
      @Override
      public void run(Lease lease) {
        runner.run(lease);
      }

      @Override
      public void lost(AttemptId attempt) {
        runner.lost(attempt);
      }
    };
  }
}
