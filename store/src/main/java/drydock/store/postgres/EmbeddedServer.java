package drydock.store.postgres;

import static drydock.store.postgres.StoreException.Reason.FOLDER_UNUSABLE;
import static drydock.store.postgres.StoreException.Reason.START_FAILED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server of our own, in a folder of our own: started, or found running because it
/// outlived a killed Drydock; and started again, at another port, should it die before us. It
/// listens on the loopback interface at any free port, and asks for a password that lies in the
/// folder.
final class EmbeddedServer implements AutoCloseable {
  static final String USER = "drydock";
  private static final String DATABASE = "postgres";

  /// After a crash the server replays at most `max_wal_size`; a slow disk may need minutes for it.
  static final Duration START_TIME = Duration.ofMinutes(5);

  /// Whoever keeps it may be starting it just now.
  private static final Duration FOREIGN_START = Duration.ofSeconds(30);

  private static final Duration STOP_TIME = Duration.ofSeconds(30);
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

  private final ServerFolder folder;
  private final FolderLock lock;
  private final Launch launch;
  private final Postmaster first;
  private @Nullable Watch watch;

  private EmbeddedServer(
      ServerFolder folder, FolderLock lock, Launch launch, Postmaster postmaster) {
    this.folder = folder;
    this.lock = lock;
    this.launch = launch;
    this.first = postmaster;
  }

  /// @param path the data folder; made if need be
  /// @param programs where PostgreSQL's programs are unpacked; other servers may share it
  static EmbeddedServer start(Path path, Path programs) {
    try {
      var folder = ServerFolder.open(path);
      var lock = FolderLock.take(folder.root());
      try {
        var launch = prepared(folder, programs);
        return new EmbeddedServer(folder, lock, launch, running(folder, launch));
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new StoreException(FOLDER_UNUSABLE, "the database folder cannot be used: " + e, e);
    }
  }

  private static Launch prepared(ServerFolder folder, Path programs) throws IOException {
    var user = ServerUser.of(folder.data());
    user.mustReach(folder.root());
    Files.createDirectories(programs);
    user.mustReach(programs.toRealPath());
    var binaries = Binaries.unpackedIn(programs.toRealPath());
    folder.prepare(user, binaries, new SecureRandom());
    if (Files.isSameFile(programs, folder.root()) && Postmaster.read(folder.data()).isEmpty()) {
      binaries.removeOthers();
    }
    return new Launch(folder, user, binaries);
  }

  private static Postmaster running(ServerFolder folder, Launch launch) throws IOException {
    var survivor = survivor(folder.data());
    if (survivor.isPresent()) {
      check(folder, survivor.get());
      LOG.info(
          "the database server outlived its Drydock: going on with pid {}", survivor.get().pid());
      return survivor.get();
    }
    return launch.run();
  }

  /// The server of a Drydock that was killed, ready for us; none if it is dead, with its traces
  /// removed.
  private static Optional<Postmaster> survivor(Path data) throws IOException {
    var patience = new Patience(START_TIME);
    while (patience.lasts()) {
      var found = Postmaster.read(data);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      if (found.get().isAlive()) {
        if (found.get().ready()) {
          return found;
        }
      } else if (!Postmaster.isInhabited(data)) {
        // The server itself would refuse to start: it takes a zombie, or another program that was
        // given the number, for its predecessor.
        Files.deleteIfExists(data.resolve(Postmaster.FILE));
      }
      patience.poll();
    }
    throw new StoreException(
        START_FAILED, "the database server in %s neither becomes ready nor ends".formatted(data));
  }

  /// The password proves both sides to each other (SCRAM, RFC 5802): an impostor at that port
  /// fails.
  private static void check(ServerFolder folder, Postmaster postmaster) throws IOException {
    try (var connection = address(folder, postmaster).dataSource().getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select current_setting('data_directory'), current_setting('fsync')")) {
      row.next();
      if (!row.getString(1).equals(folder.data().toString()) || !row.getString(2).equals("on")) {
        throw new StoreException(
            START_FAILED,
            "the server at port %d is not the one of %s"
                .formatted(postmaster.port(), folder.data()));
      }
    } catch (SQLException e) {
      throw new StoreException(
          START_FAILED,
          "a database server runs in %s (pid %d) but does not let us in: %s"
              .formatted(folder.data(), postmaster.pid(), e.getMessage()),
          e);
    }
  }

  /// Where it is when it has just been started.
  Address address() {
    try {
      return address(folder, first);
    } catch (IOException e) {
      throw new StoreException(FOLDER_UNUSABLE, "the database's password cannot be read: " + e, e);
    }
  }

  /// The server that another process started in this folder, and keeps.
  static Address running(Path path) {
    try {
      var folder = ServerFolder.open(path);
      var patience = new Patience(FOREIGN_START);
      while (patience.lasts()) {
        var found = Postmaster.read(folder.data());
        if (found.isPresent() && found.get().ready() && found.get().isAlive()) {
          return address(folder, found.get());
        }
        patience.poll();
      }
      throw new StoreException(
          START_FAILED, "the database server in %s is not running".formatted(path));
    } catch (IOException e) {
      throw new StoreException(FOLDER_UNUSABLE, "the database folder cannot be used: " + e, e);
    }
  }

  private static Address address(ServerFolder folder, Postmaster postmaster) throws IOException {
    return new Address(
        "127.0.0.1",
        postmaster.port(),
        DATABASE,
        USER,
        folder.password(),
        Map.of("requireAuth", "scram-sha-256", "sslmode", "disable", "gssEncMode", "disable"));
  }

  /// From now on, the server is started again whenever it dies.
  ///
  /// @param moved is told the new server's port
  void keepAlive(IntConsumer moved) {
    watch = new Watch(first, () -> running(folder, launch), server -> moved.accept(server.port()));
  }

  private Postmaster unwatched() {
    var watching = watch;
    if (watching == null) {
      return first;
    }
    watching.close();
    return watching.postmaster();
  }

  /// Stops the server; idempotent.
  @Override
  public void close() {
    var postmaster = unwatched();
    try (lock) {
      if (postmaster.isAlive()) {
        postmaster.stop();
      }
      var patience = new Patience(STOP_TIME);
      while (postmaster.isAlive() && patience.lasts()) {
        patience.poll();
      }
      if (postmaster.isAlive()) {
        LOG.warn(
            "the database server (pid {}) does not stop; the next start will go on with it",
            postmaster.pid());
      }
    } catch (IOException e) {
      throw new StoreException(START_FAILED, "the database server could not be stopped: " + e, e);
    }
  }
}
