package drydock.git.files;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Files that come with the program.
public final class Resource {
  private Resource() {}

  /// Writes a resource of a class to a file, readable by all; readers see the old file or the new
  /// one.
  public static void install(Class<?> owner, String name, Path target) throws IOException {
    var beside = Files.createTempFile(target.getParent(), name, ".new");
    try (var in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name + " of " + owner);
      }
      Files.write(beside, in.readAllBytes());
    }
    Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-r--r--"));
    Files.move(beside, target, ATOMIC_MOVE);
  }
}
