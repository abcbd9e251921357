package drydock.store.postgres;

import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;

/// A database as it is, whatever its schema, for a look at all of it: one that a Drydock runs just
/// now, or one that is started for the visit and stopped after it.
public final class Visit implements AutoCloseable {
  private final DataSource source;
  private final Optional<EmbeddedServer> started;

  private Visit(DataSource source, Optional<EmbeddedServer> started) {
    this.source = source;
    this.started = started;
  }

  /// @param folder of an embedded database that is there
  /// @throws StoreException if it can be neither joined nor started
  public static Visit embedded(Path folder) {
    try {
      var server = EmbeddedServer.start(folder, folder);
      return new Visit(server.address().dataSource(), Optional.of(server));
    } catch (StoreException e) {
      if (e.reason() != StoreException.Reason.FOLDER_IN_USE) {
        throw e;
      }
      return new Visit(EmbeddedServer.running(folder).dataSource(), Optional.empty());
    }
  }

  public static Visit external(String url) {
    return new Visit(DatabaseUrl.parse(url).dataSource(), Optional.empty());
  }

  /// Unpooled connections.
  public DataSource dataSource() {
    return source;
  }

  @Override
  public void close() {
    started.ifPresent(EmbeddedServer::close);
  }
}
