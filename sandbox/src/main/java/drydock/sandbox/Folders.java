package drydock.sandbox;

import java.nio.file.Path;

/// Folders on the host that belong to the sandboxes' user. No link is followed by any of these, and
/// all throw [SandboxException] when the host does not let them. Thread safe; but what is adopted
/// or removed must not be in use by a live sandbox.
public interface Folders {
  /// Makes the folder, and its missing parents; it belongs to the sandboxes' user.
  void create(Path folder);

  /// Makes a file or a whole tree belong to the sandboxes' user; modes stay. Idempotent.
  void adopt(Path path);

  /// Removes a file or a tree, whatever the sandbox did to its modes. Idempotent.
  void remove(Path path);
}
