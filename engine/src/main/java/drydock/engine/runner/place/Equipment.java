package drydock.engine.runner.place;

import drydock.domain.port.JsonCodec;
import drydock.domain.secret.Secrets;
import drydock.door.Doors;
import drydock.engine.home.Home;
import drydock.git.ChangedFolder;
import drydock.git.Mirrors;
import drydock.sandbox.SandboxDriver;
import java.nio.file.Path;

/// What the runner works with: the machine's side of an attempt.
public record Equipment(
    Home home,
    Mirrors mirrors,
    SandboxDriver driver,
    Doors doors,
    JsonCodec json,
    Secrets secrets) {

  /// What a sandbox of this machine left in an upper folder.
  public ChangedFolder changed(Path upper) {
    return new ChangedFolder(
        upper,
        switch (driver.availability().layering()) {
          case OVERLAY -> ChangedFolder.Kind.OVERLAY_UPPER;
          case COPY -> ChangedFolder.Kind.WHOLE_TREE;
        });
  }
}
