package drydock.store.postgres;

import static drydock.store.postgres.StoreException.Reason.FOLDER_UNUSABLE;
import static drydock.store.postgres.StoreException.Reason.START_FAILED;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server of our own, in a folder of our own: started, or found running because it
/// outlived a killed Drydock. It listens on the loopback interface at any free port, and asks for a
/// password that lies in the folder.
final class EmbeddedServer implements AutoCloseable {
  static final String USER = "drydock";
  private static final String DATABASE = "postgres";
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
  private static final int PORT_TRIES = 5;

  /// After a crash the server replays at most `max_wal_size`; a slow disk may need minutes for
  /// that.
  private static final Duration START_PATIENCE = Duration.ofMinutes(5);

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

  private final DataFolder folder;
  private final FolderLock lock;
  private final Postmaster postmaster;

  private EmbeddedServer(DataFolder folder, FolderLock lock, Postmaster postmaster) {
    this.folder = folder;
    this.lock = lock;
    this.postmaster = postmaster;
  }

  static EmbeddedServer start(Path path) {
    try {
      var folder = DataFolder.open(path);
      var lock = FolderLock.take(folder.root());
      try {
        return new EmbeddedServer(folder, lock, running(folder));
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new StoreException(
          FOLDER_UNUSABLE, "the database folder cannot be used: " + e.getMessage(), e);
    }
  }

  private static Postmaster running(DataFolder folder) throws IOException {
    var user = ServerUser.of(folder.data());
    var binaries = Binaries.unpackedIn(folder.root());
    folder.prepare(user, binaries, new SecureRandom());
    var survivor = survivor(folder.data());
    if (survivor.isPresent()) {
      LOG.info(
          "the database server outlived its Drydock and is used again (pid {})",
          survivor.get().pid());
      check(folder, survivor.get());
      return survivor.get();
    }
    binaries.removeOthers();
    return launch(folder, user, binaries);
  }

  /// The server of a Drydock that was killed, ready for us; none if it is dead, with its traces
  /// removed.
  private static Optional<Postmaster> survivor(Path data) throws IOException {
    var deadline = System.nanoTime() + START_PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      var found = Postmaster.read(data);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      if (found.get().isAlive()) {
        if (found.get().ready()) {
          return found;
        }
      } else if (!Postmaster.isInhabited(data)) {
        // The server itself would refuse a file whose process is a zombie, or whose number went to
        // another program.
        Files.deleteIfExists(data.resolve("postmaster.pid"));
      }
      pause();
    }
    throw new StoreException(
        START_FAILED, "the database server in " + data + " neither becomes ready nor ends");
  }

  /// The password proves both sides to each other (SCRAM, RFC 5802): an impostor on that port would
  /// fail.
  private static void check(DataFolder folder, Postmaster postmaster) throws IOException {
    try (var connection = address(folder, postmaster).dataSource().getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select current_setting('data_directory'), current_setting('fsync')")) {
      row.next();
      if (!row.getString(1).equals(folder.data().toString()) || !row.getString(2).equals("on")) {
        throw new StoreException(
            START_FAILED,
            "the server at port " + postmaster.port() + " is not the one of " + folder.data());
      }
    } catch (SQLException e) {
      throw new StoreException(
          START_FAILED,
          "a database server runs in "
              + folder.data()
              + " (pid "
              + postmaster.pid()
              + ") but does not let us in: "
              + e.getMessage(),
          e);
    }
  }

  private static Postmaster launch(DataFolder folder, ServerUser user, Binaries binaries)
      throws IOException {
    for (var attempt = 1; ; attempt++) {
      var logged = Files.exists(folder.log()) ? Files.size(folder.log()) : 0;
      var command = ServerCommand.of(user, binaries.postgres(), folder.data(), freePort());
      var process =
          Programs.clean(command)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
              .start();
      var postmaster = awaitReady(folder.data(), process);
      if (postmaster.isPresent()) {
        return postmaster.get();
      }
      var said = ServerLog.since(folder.log(), logged);
      if (attempt == PORT_TRIES || !ServerLog.tellsOfTakenPort(said)) {
        throw new StoreException(
            START_FAILED,
            "the database server did not start: "
                + ServerLog.reason(said)
                + " (see "
                + folder.log()
                + ")");
      }
    }
  }

  private static Optional<Postmaster> awaitReady(Path data, Process process) throws IOException {
    var deadline = System.nanoTime() + START_PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < deadline) {
      var found = Postmaster.read(data);
      if (found.isPresent() && found.get().pid() == process.pid() && found.get().ready()) {
        return found;
      }
      pause();
    }
    process.destroyForcibly();
    return Optional.empty();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  Address address() {
    try {
      return address(folder, postmaster);
    } catch (IOException e) {
      throw new StoreException(
          FOLDER_UNUSABLE, "the database's password cannot be read: " + e.getMessage(), e);
    }
  }

  private static Address address(DataFolder folder, Postmaster postmaster) throws IOException {
    return new Address(
        "127.0.0.1",
        postmaster.port(),
        DATABASE,
        USER,
        folder.password(),
        Map.of("requireAuth", "scram-sha-256", "sslmode", "disable", "gssEncMode", "disable"));
  }

  long pid() {
    return postmaster.pid();
  }

  /// Stops the server; idempotent.
  @Override
  public void close() {
    try (lock) {
      var deadline = System.nanoTime() + STOP_PATIENCE.toNanos();
      if (postmaster.isAlive()) {
        postmaster.stop();
      }
      while (postmaster.isAlive() && System.nanoTime() < deadline) {
        pause();
      }
      if (postmaster.isAlive()) {
        LOG.warn(
            "the database server does not stop (pid {}); the next start will use it again",
            postmaster.pid());
      }
    } catch (IOException e) {
      throw new StoreException(
          START_FAILED, "the database server could not be stopped: " + e.getMessage(), e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(
          START_FAILED, "interrupted while waiting for the database server", e);
    }
  }
}
