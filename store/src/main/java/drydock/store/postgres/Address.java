package drydock.store.postgres;

import drydock.domain.Secret;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.postgresql.PGProperty;

/// Where a database is, and as whom we enter it.
///
/// @param parameters more properties of the driver, by the names pgjdbc gives them
record Address(
    String host,
    int port,
    String database,
    String user,
    Secret password,
    Map<String, String> parameters) {
  Address {
    parameters = Map.copyOf(parameters);
  }

  /// Unpooled connections.
  MovingSource dataSource() {
    var properties = new Properties();
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    PGProperty.CONNECT_TIMEOUT.set(properties, 10);
    PGProperty.APPLICATION_NAME.set(properties, "drydock");
    parameters.forEach(properties::setProperty);
    var source = new MovingSource();
    source.setServerNames(new String[] {host});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setPassword(password.reveal());
    properties
        .stringPropertyNames()
        .forEach(name -> setProperty(source, name, properties.getProperty(name)));
    return source;
  }

  private static void setProperty(MovingSource source, String name, String value) {
    try {
      source.setProperty(name, value);
    } catch (SQLException e) {
      throw new StoreException(
          StoreException.Reason.URL_INVALID,
          "the database URL's parameter "
              + name
              + " has a value that the driver does not take: "
              + e.getMessage(),
          e);
    }
  }
}
