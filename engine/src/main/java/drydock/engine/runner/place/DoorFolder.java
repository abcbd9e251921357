package drydock.engine.runner.place;

import drydock.domain.network.Egress;
import drydock.door.Door;
import drydock.door.DoorListener;
import drydock.door.DoorSpec;
import drydock.sandbox.Folders;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// A door in a folder of its own, given to the sandboxes' user; closed, nothing of it is left.
public final class DoorFolder implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path folder;
  private final Door door;
  private final Folders folders;

  private DoorFolder(Path folder, Door door, Folders folders) {
    this.folder = folder;
    this.door = door;
    this.folders = folders;
  }

  public static DoorFolder open(
      Equipment equipment,
      Path parent,
      Egress egress,
      Optional<DoorSpec.ModelAccess> models,
      DoorListener listener) {
    var folders = equipment.driver().folders();
    // Not to be guessed: a folder with this name is all that another user of the host would need.
    var name = new byte[8];
    RANDOM.nextBytes(name);
    var folder = parent.resolve(HexFormat.of().formatHex(name));
    folders.create(folder);
    try {
      var door = equipment.doors().open(new DoorSpec(folder, egress, models), listener);
      folders.adopt(door.socket());
      return new DoorFolder(folder, door, folders);
    } catch (RuntimeException e) {
      folders.remove(folder);
      throw e;
    }
  }

  public Path folder() {
    return folder;
  }

  @Override
  public void close() {
    door.close();
    folders.remove(folder);
  }
}
