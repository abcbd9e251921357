package drydock.store.postgres;

import static drydock.store.postgres.StoreException.Reason.FOLDER_UNUSABLE;
import static drydock.store.postgres.StoreException.Reason.OTHER_MAJOR;

import drydock.domain.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// What lies in `DRYDOCK_HOME/db`: `data` (PostgreSQL's own), `password`, `server.log`, the
/// programs, the lock. That `data` is there means that all of it is whole: it gets its name last.
final class ServerFolder {
  static final String MAJOR = "18";
  private static final long LOG_LIMIT = 4L << 20;

  private final Path root;

  private ServerFolder(Path root) {
    this.root = root;
  }

  /// The server's user may walk through root's folder; what is secret in it has a mode of its own.
  static ServerFolder open(Path folder) throws IOException {
    Files.createDirectories(folder);
    var root = folder.toRealPath();
    var mode = ServerUser.me() == 0 ? "rwx--x--x" : "rwx------";
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString(mode));
    return new ServerFolder(root);
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
    if (Files.exists(data())) {
      takeOver(user);
    } else {
      create(user, binaries, random);
    }
    var major = Files.readString(data().resolve("PG_VERSION")).strip();
    if (!major.equals(MAJOR)) {
      throw new StoreException(
          OTHER_MAJOR,
          "%s was made by PostgreSQL %s, and this Drydock brings %s: take a backup with the Drydock that made it, and restore that with this one"
              .formatted(data(), major, MAJOR));
    }
    prepareLog();
  }

  /// Data that another user wrote: a restored backup, or an installation that was an ordinary
  /// user's.
  private void takeOver(ServerUser user) throws IOException {
    var owner = ServerUser.owner(data());
    if (owner == user.uid()) {
      return;
    }
    switch (user) {
      case ServerUser.Same _ ->
          throw new StoreException(
              FOLDER_UNUSABLE,
              "%s belongs to the user with the number %d: start Drydock as that user or as root"
                  .formatted(data(), owner));
      case ServerUser.Other(var uid) -> Trees.give(data(), uid);
    }
  }

  private void create(ServerUser user, Binaries binaries, RandomGenerator random)
      throws IOException {
    var unfinished = root.resolve("unfinished");
    Trees.delete(unfinished);
    Files.createDirectory(unfinished, mode("rwx------"));
    var password = Files.createFile(unfinished.resolve("password"), mode("rw-------"));
    Files.writeString(password, newPassword(random));
    if (user instanceof ServerUser.Other) {
      var people = root.getFileSystem().getUserPrincipalLookupService();
      var nobody = people.lookupPrincipalByName(ServerUser.INIT_USER);
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

  private void prepareLog() throws IOException {
    if (Files.exists(log()) && Files.size(log()) > LOG_LIMIT) {
      Files.move(log(), root.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.exists(log())) {
      Files.createFile(log(), mode("rw-------"));
    }
  }

  private static FileAttribute<?> mode(String mode) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
  }
}
