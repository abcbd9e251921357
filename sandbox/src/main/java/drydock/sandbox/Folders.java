package drydock.sandbox;

import java.nio.file.Path;

/// Folders on the host that belong to the sandboxes' user. No link is followed by any of these.
/// Thread safe.
public interface Folders {
  /// Makes the folder, and its missing parents; it belongs to the sandboxes' user.
  void create(Path folder);

  /// Makes a file or a whole tree belong to the sandboxes' user; modes stay. Idempotent.
  void adopt(Path path);

  /// Removes a file or a tree, whatever the sandbox did to its modes. Idempotent.
  void remove(Path path);
}
