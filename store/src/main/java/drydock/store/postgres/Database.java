package drydock.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/// The database: embedded in a folder, or elsewhere by URL. Open = started, migrated, pooled.
/// Thread safe.
public final class Database implements AutoCloseable {
  /// Enough for two cores and a slow disk: commits that wait for the same flush share it. A third
  /// of the server's limit.
  public static final int CONNECTIONS = 20;

  private final Optional<EmbeddedServer> server;
  private final HikariDataSource pool;
  private final Signals signals;

  /// To and from the other processes on this database. An embedded one has none: its folder is ours
  /// alone.
  private final Optional<Announcer> announcer;

  private final Optional<Listener> listener;

  private Database(Address address, Optional<EmbeddedServer> server, int schema) {
    this.server = server;
    var direct = address.dataSource();
    Schema.checkServer(direct);
    this.pool = pool(direct);
    try {
      Schema.migrate(pool, schema);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
    this.signals = new Signals();
    this.announcer = server.isPresent() ? Optional.empty() : Optional.of(new Announcer(pool));
    this.listener =
        server.isPresent() ? Optional.empty() : Optional.of(new Listener(direct, signals));
    server.ifPresent(own ->
        own.keepAlive(port -> {
          direct.moveTo(port);
          pool.getHikariPoolMXBean().softEvictConnections();
        }));
  }

  /// A server of our own in this folder (`DRYDOCK_HOME/db`), which is made if need be.
  ///
  /// @throws StoreException if it cannot be used, or another Drydock uses it
  public static Database embedded(Path folder) {
    return embedded(folder, folder);
  }

  /// The same, with PostgreSQL's programs in a folder that several data folders may share: to
  /// unpack them takes longer than all else of a first start.
  public static Database embedded(Path folder, Path programs) {
    return embedded(folder, programs, Schema.newest());
  }

  private static Database embedded(Path folder, Path programs, int schema) {
    var server = EmbeddedServer.start(folder, programs);
    try {
      return new Database(server.address(), Optional.of(server), schema);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /// A server elsewhere, version 14 or newer.
  ///
  /// @param url `postgresql://user:password@host:port/database?parameters`
  /// @throws StoreException if it is not such a URL, or the database cannot be used
  public static Database external(String url) {
    return new Database(DatabaseUrl.parse(url), Optional.empty(), Schema.newest());
  }

  /// As [#embedded(Path)], with the tables of a schema that may be an older one: for a backup's
  /// rows.
  public static Database embeddedAt(Path folder, int schema) {
    return embedded(folder, folder, schema);
  }

  /// As [#external], with the tables of a schema that may be an older one.
  public static Database externalAt(String url, int schema) {
    return new Database(DatabaseUrl.parse(url), Optional.empty(), schema);
  }

  /// The version of the tables that this Drydock makes of any older one.
  public static int newestSchema() {
    return Schema.newest();
  }

  private static HikariDataSource pool(DataSource direct) {
    var config = new HikariConfig();
    // A database that is gone is told of soon; whoever asked may ask again.
    config.setConnectionTimeout(10_000);
    config.setPoolName("drydock-store");
    config.setDataSource(direct);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    return new HikariDataSource(config);
  }

  /// Pooled connections.
  public DataSource dataSource() {
    return pool;
  }

  /// Wakes who waits for one of these keys, here and in every process on this database. Call it
  /// after the commit.
  public void announce(Set<String> keys) {
    signals.raise(keys);
    announcer.ifPresent(a -> a.announce(keys));
  }

  public Signals signals() {
    return signals;
  }

  /// Closes the connections, and stops the server if it is ours; idempotent.
  @Override
  public void close() {
    announcer.ifPresent(Announcer::close);
    listener.ifPresent(Listener::close);
    pool.close();
    server.ifPresent(EmbeddedServer::close);
  }
}
