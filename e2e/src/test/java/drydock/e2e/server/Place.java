package drydock.e2e.server;

import drydock.sandbox.oci.host.HostFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A fresh folder for one server and all that its tests need; a sandbox's user can walk to it.
///
/// @param root the folder, below `/var/tmp`: overlay mounts need a real disk
public record Place(Path root) {
  public static Place fresh() {
    try {
      var root = Files.createTempDirectory(Path.of("/var/tmp"), "drydock-e2e-");
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
      var place = new Place(root);
      Files.createDirectory(place.home());
      Files.createDirectory(place.scripts());
      return place;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The server's `DRYDOCK_HOME`.
  public Path home() {
    return root.resolve("home");
  }

  /// Recordings that the scripted models play.
  public Path scripts() {
    return root.resolve("scripts");
  }

  public Path log() {
    return root.resolve("server.log");
  }

  /// A folder of this name that is not there yet.
  public Path folder(String name) {
    return root.resolve(name);
  }

  /// Adds the model `scripted/NAME`.
  public void script(String name, String answers) {
    try {
      Files.writeString(scripts().resolve(name + ".jsonl"), answers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void remove() {
    // What sandboxes made has modes and names of all kinds.
    HostFolders.delete(root);
  }
}
