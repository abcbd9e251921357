package drydock.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Folders for embedded servers: a temporary folder of root's is closed to the server's user until
/// it is opened.
public final class TestFolders {
  private TestFolders() {}

  public static Path create() throws IOException {
    return opened(Files.createTempDirectory("drydock-store-"));
  }

  public static Path opened(Path folder) throws IOException {
    return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
  }

  public static void delete(Path folder) throws IOException {
    Trees.delete(folder);
  }
}
