package drydock.sandbox.oci;

import drydock.sandbox.LayerContract;
import drydock.sandbox.Layering;
import drydock.sandbox.SandboxDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/// Layered folders where the kernel refuses overlays.
@Tag("integration")
class OciCopyTest implements LayerContract {
  private static final Place PLACE = Place.make();
  private static final OciDriver DRIVER = new OciDriver(PLACE.settings(), List.of(Layering.COPY));

  private final Path folder = PLACE.workspaces().resolve("test");

  @BeforeEach
  void make() throws IOException {
    Files.createDirectories(folder);
  }

  @AfterEach
  void clear() {
    DRIVER.folders().remove(folder);
  }

  @AfterAll
  static void leave() {
    PLACE.remove();
  }

  @Override
  public SandboxDriver driver() {
    return DRIVER;
  }

  @Override
  public Path folder() {
    return folder;
  }
}
