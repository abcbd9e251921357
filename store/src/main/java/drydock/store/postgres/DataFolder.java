package drydock.store.postgres;

import static drydock.store.postgres.StoreException.Reason.FOLDER_UNUSABLE;
import static drydock.store.postgres.StoreException.Reason.OTHER_MAJOR;

import drydock.domain.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// What lies in `DRYDOCK_HOME/db`: `data` (PostgreSQL's own), `password`, `server.log`, the
/// programs, the lock. That `data` is there means that all of it is whole: it gets its name last.
final class DataFolder {
  static final String MAJOR = "18";
  private static final long LOG_LIMIT = 4L << 20;

  private final Path root;

  private DataFolder(Path root) {
    this.root = root;
  }

  /// Root's folder can be walked through by the server's user; what is secret in it has a mode of
  /// its own.
  static DataFolder open(Path folder) throws IOException {
    var root = folder.toAbsolutePath().normalize();
    if (!Files.isDirectory(root)) {
      Files.createDirectories(root);
      var mode = ServerUser.owner(Path.of("/proc/self")) == 0 ? "rwx--x--x" : "rwx------";
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString(mode));
    }
    return new DataFolder(root);
  }

  Path root() {
    return root;
  }

  Path data() {
    return root.resolve("data");
  }

  Path log() {
    return root.resolve("server.log");
  }

  Secret password() throws IOException {
    return new Secret(Files.readString(root.resolve("password")));
  }

  /// Makes the database if there is none, and refuses one that this server cannot run.
  void prepare(ServerUser user, Binaries binaries, RandomGenerator random) throws IOException {
    checkReachable(user);
    if (!Files.exists(data())) {
      create(user, binaries, random);
    }
    var major = Files.readString(data().resolve("PG_VERSION")).strip();
    if (!major.equals(MAJOR)) {
      throw new StoreException(
          OTHER_MAJOR,
          data()
              + " was made by PostgreSQL "
              + major
              + ", and this Drydock brings "
              + MAJOR
              + ": start the Drydock that made it, take a backup, and restore that with this one");
    }
    var owner = ServerUser.owner(data());
    if (owner != user.uid()) {
      if (user instanceof ServerUser.Same) {
        throw new StoreException(
            FOLDER_UNUSABLE,
            data()
                + " belongs to the user number "
                + owner
                + ": start Drydock as that user or as root");
      }
      Trees.give(data(), user.uid());
    }
    limitLog();
  }

  private void create(ServerUser user, Binaries binaries, RandomGenerator random)
      throws IOException {
    var unfinished = root.resolve("unfinished");
    Trees.delete(unfinished);
    Files.createDirectory(
        unfinished,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    var password = unfinished.resolve("password");
    Files.createFile(
        password,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(password, newPassword(random));
    if (user instanceof ServerUser.Other) {
      var nobody =
          root.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
      Files.setOwner(password, nobody);
      Files.setOwner(unfinished, nobody);
    }
    var data = unfinished.resolve("data");
    Programs.run(ServerCommand.init(user, binaries.initdb(), data, password));
    if (user instanceof ServerUser.Other(var uid)) {
      Trees.give(data, uid);
      Trees.give(password, 0);
    }
    Files.move(password, root.resolve("password"), StandardCopyOption.ATOMIC_MOVE);
    Files.move(data, data(), StandardCopyOption.ATOMIC_MOVE);
    Trees.delete(unfinished);
  }

  private static String newPassword(RandomGenerator random) {
    var bytes = new byte[24];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// The server's user must be able to walk down to its data.
  private void checkReachable(ServerUser user) throws IOException {
    if (!(user instanceof ServerUser.Other(var uid))) {
      return;
    }
    for (var folder = root; folder != null; folder = folder.getParent()) {
      var modes = Files.getPosixFilePermissions(folder);
      var needed =
          ServerUser.owner(folder) == uid
              ? PosixFilePermission.OWNER_EXECUTE
              : PosixFilePermission.OTHERS_EXECUTE;
      if (!modes.contains(needed)) {
        throw new StoreException(
            FOLDER_UNUSABLE,
            "the database's server, which root starts as user number "
                + uid
                + ", cannot pass through "
                + folder
                + ": chmod o+x it, or set DRYDOCK_HOME to another folder");
      }
    }
  }

  private void limitLog() throws IOException {
    if (Files.exists(log(), LinkOption.NOFOLLOW_LINKS) && Files.size(log()) > LOG_LIMIT) {
      Files.move(log(), root.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
