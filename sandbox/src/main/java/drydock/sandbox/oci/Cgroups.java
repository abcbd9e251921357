package drydock.sandbox.oci;

import drydock.sandbox.SandboxException;
import drydock.sandbox.SandboxException.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Which cgroups a sandbox gets, and which of its limits hold there.
///
/// @param swap whether swap can be limited too
record Cgroups(Place place, boolean memory, boolean swap, boolean cpus, boolean pids) {
  enum Place {
    /// None of its own: no limit holds.
    NOWHERE,
    /// A folder of its own at the top of each hierarchy; root's.
    TOP,
    /// A folder below the cgroup of the caller, which was delegated to it.
    BELOW_CALLER,
    /// A scope made by the user's systemd.
    SYSTEMD
  }

  static final Path ROOT = Path.of("/sys/fs/cgroup");

  static final Cgroups NONE = new Cgroups(Place.NOWHERE, false, false, false, false);

  /// In [Place#TOP].
  static String path(String id) {
    return "/drydock." + id;
  }

  /// Removes the sandbox's folders in [Place#TOP], with the processes in them.
  static void remove(String id) {
    var name = path(id).substring(1);
    remove(ROOT.resolve(name));
    try (var hierarchies = Files.newDirectoryStream(ROOT, Files::isDirectory)) {
      hierarchies.forEach(hierarchy -> remove(hierarchy.resolve(name)));
    } catch (IOException e) {
      throw new SandboxException(Cause.START_FAILED, "cannot list " + ROOT + ": " + e, e);
    }
  }

  private static void remove(Path folder) {
    try {
      if (Files.isDirectory(folder)) {
        for (var pid : Files.readAllLines(folder.resolve("cgroup.procs"))) {
          ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
        }
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new SandboxException(Cause.START_FAILED, "cannot remove " + folder + ": " + e, e);
    }
  }
}
