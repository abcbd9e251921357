package drydock.sandbox.oci;

import drydock.sandbox.Labels;
import drydock.sandbox.SandboxDriver;
import drydock.sandbox.SandboxDriverContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// The contract, kept by runc: as root if the tests run as root, else rootless.
public class OciDriverTest extends SandboxDriverContract {
  private static final Place PLACE = Place.make();
  private static final OciDriver DRIVER = new OciDriver(PLACE.settings());

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

  @Override
  public Process maker(Labels labels, String seconds) {
    return PLACE.java(Maker.class, labels.installation(), labels.node(), labels.name(), seconds);
  }

  @Override
  public List<String> remains(Labels labels) {
    return PLACE.remains(OciDriver.id(labels));
  }
}
