package drydock.sandbox.oci;

import java.nio.file.Path;

/// All that there is of a sandbox on the host: processes and cgroups, which the runtime knows by
/// its id, and the bundle. The bundle is made first and removed last, so it tells what there is.
record Remains(Runc runc, String id, Path bundle) {
  void kill() {
    runc.kill(id);
  }

  /// Idempotent. When it returns, nothing is left.
  void remove() {
    runc.delete(id);
    HostFolders.delete(bundle);
  }
}
