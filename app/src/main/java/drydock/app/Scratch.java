package drydock.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A throw-away data folder, where sandboxes can reach it.
final class Scratch {
  private final Path folder;

  Scratch(Path parent) {
    try {
      folder = Files.createTempDirectory(parent, "drydock-");
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    } catch (IOException e) {
      throw new StartException(1, "cannot make a folder in " + parent + ": " + e.getMessage());
    }
  }

  Path folder() {
    return folder;
  }

  Path home() {
    return folder.resolve("home");
  }

  Path code() {
    return folder.resolve("code");
  }

  /// Removes all of it, whatever the modes: what sandboxes left belongs to another user, or to this
  /// one without any right.
  void remove() {
    Deletion.of(folder);
  }
}
