package drydock.store.postgres;

import static drydock.store.postgres.StoreException.Reason.NEWER_SCHEMA;
import static drydock.store.postgres.StoreException.Reason.REFUSED;
import static drydock.store.postgres.StoreException.Reason.SERVER_TOO_OLD;
import static drydock.store.postgres.StoreException.Reason.UNREACHABLE;

import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;

/// The tables, made and brought up to date by the files in `db/migration`.
final class Schema {
  /// The oldest major version that the PostgreSQL project still keeps.
  static final int OLDEST_MAJOR = 14;

  /// The last migration in `db/migration`; a test keeps it true.
  static final int NEWEST = 6;

  private Schema() {}

  /// @throws StoreException if it cannot be reached, or is too old
  static void checkServer(DataSource source) {
    try (var connection = source.getConnection()) {
      checkMajor(connection.getMetaData().getDatabaseMajorVersion());
    } catch (SQLException e) {
      throw new StoreException(UNREACHABLE, "the database cannot be reached: " + firstLine(e), e);
    }
  }

  static void checkMajor(int major) {
    if (major < OLDEST_MAJOR) {
      throw new StoreException(
          SERVER_TOO_OLD,
          "the database server is PostgreSQL %d; Drydock needs %d or newer"
              .formatted(major, OLDEST_MAJOR));
    }
  }

  /// @param to the version to stop at
  static void migrate(DataSource source, int to) {
    try {
      var flyway =
          Flyway.configure()
              .dataSource(source)
              .locations("classpath:db/migration")
              .table("drydock_schema")
              .target(Integer.toString(to))
              .validateMigrationNaming(true)
              .load();
      var newer =
          Arrays.stream(flyway.info().applied())
              .filter(m -> m.getState() == MigrationState.FUTURE_SUCCESS)
              .reduce((_, last) -> last);
      if (newer.isPresent()) {
        throw new StoreException(
            NEWER_SCHEMA,
            "the database was made by a newer Drydock (schema version %s): start that one, or restore an older backup into an empty home"
                .formatted(newer.get().getVersion()));
      }
      flyway.migrate();
    } catch (FlywayException e) {
      throw new StoreException(
          REFUSED, "the database's tables could not be brought up to date: " + firstLine(e), e);
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
  }
}
