package drydock.store.postgres;

import static drydock.store.postgres.StoreException.Reason.NEWER_SCHEMA;
import static drydock.store.postgres.StoreException.Reason.REFUSED;
import static drydock.store.postgres.StoreException.Reason.SERVER_TOO_OLD;
import static drydock.store.postgres.StoreException.Reason.UNREACHABLE;

import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;

/// The tables, made and brought up to date by the files in `db/migration`.
final class Schema {
  /// The oldest major version that the PostgreSQL project still keeps.
  static final int OLDEST_MAJOR = 14;

  private static final String FIRST = "db/migration/V1__tasks.sql";
  private static final Pattern MIGRATION = Pattern.compile("(?:.*/)?V(\\d+)__\\w+\\.sql");

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

  /// The number of the last migration in `db/migration`.
  static int newest() {
    try {
      var url = Objects.requireNonNull(Schema.class.getResource("/" + FIRST), FIRST);
      if (url.openConnection() instanceof JarURLConnection jar) {
        try (var file = new JarFile(new File(jar.getJarFileURL().toURI()))) {
          return last(
              file.stream().map(ZipEntry::getName).filter(n -> n.startsWith("db/migration/")));
        }
      }
      try (var files = Files.list(Trees.parent(Path.of(url.toURI())))) {
        return last(files.map(Path::toString));
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the migrations are not where they were built", e);
    }
  }

  private static int last(Stream<String> names) {
    return names
        .map(MIGRATION::matcher)
        .filter(Matcher::matches)
        .mapToInt(name -> Integer.parseInt(name.group(1)))
        .max()
        .orElseThrow();
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
  }
}
