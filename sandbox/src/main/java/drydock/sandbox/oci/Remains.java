package drydock.sandbox.oci;

import drydock.sandbox.SandboxException;
import drydock.sandbox.SandboxException.Cause;
import drydock.sandbox.oci.host.HostFolders;
import java.nio.file.Files;
import java.nio.file.Path;

/// All that there is of a sandbox on the host: processes and cgroups, which the runtime knows by
/// its id, and the bundle. The bundle is made first and removed last, so it tells what there is.
record Remains(Runc runc, String id, Path bundle) {
  /// Idempotent. When it returns, nothing is left.
  ///
  /// @throws SandboxException if something resists; calling it again may help
  void remove() {
    var result = runc.delete(id);
    if (Files.exists(runc.stateFolder(id))) {
      throw new SandboxException(
          Cause.START_FAILED, "cannot remove sandbox " + id + ": " + result.lastLine());
    }
    // Those of a runtime that was killed before it wrote down what it had made.
    Cgroups.remove(id);
    HostFolders.delete(bundle);
  }
}
