package drydock.sandbox;

import java.util.function.Predicate;

/// A way to make sandboxes. Thread safe; any number of sandboxes may live at once.
///
/// What every driver promises, and [drydock.sandbox] contract tests check: a sandbox has no network
/// interface but `lo`, sees no process, file or IPC object of the host or of another sandbox but
/// what its spec names, has no capability, and leaves nothing behind when closed.
public interface SandboxDriver {
  /// `oci`, `docker`, `kubernetes`.
  String name();

  /// What can be done here, found by trying; asked once at start and by `doctor`.
  Availability availability();

  /// Makes the sandbox and starts its command. Returns once the command was started, which is not
  /// yet: ready. A command that cannot be found was started, and ends with 127.
  ///
  /// @throws SandboxException if it could not be made; nothing is left of it then
  /// @throws IllegalStateException if a sandbox with these labels was started here and not closed
  Sandbox start(SandboxSpec spec);

  /// The host's side of the folders that sandboxes write to.
  Folders folders();

  /// Removes, with all that runs in it, what is left of sandboxes of this driver's installation and
  /// node that are not alive by that answer: after a crash, and every minute. Never touches another
  /// installation's.
  void sweep(Predicate<Labels> alive);
}
