package drydock.store.backup;

import drydock.store.postgres.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/// Fills an empty database of the same schema with what [Dump] handed out: all of it, or nothing.
public final class Refill {
  private Refill() {}

  /// Where the rows come from.
  @FunctionalInterface
  public interface Rows {
    InputStream open(String table, int number) throws IOException;
  }

  /// Whether there is no row in any table, or no table.
  public static boolean isNeeded(DataSource source) {
    try (var connection = source.getConnection()) {
      for (var table : Catalog.tables(connection).keySet()) {
        if (hasRows(connection, table)) {
          return false;
        }
      }
      return true;
    } catch (SQLException e) {
      throw new StoreException(
          StoreException.Reason.UNREACHABLE,
          "the database cannot be reached: " + e.getMessage(),
          e);
    }
  }

  /// @param tables as [Dump#of] told them, in that order
  /// @throws StoreException if the database fails, or is not empty
  public static void of(DataSource source, List<Table> tables, Rows rows) throws IOException {
    try (var connection = source.getConnection()) {
      connection.setAutoCommit(false);
      for (var table : tables) {
        if (hasRows(connection, table.name())) {
          throw new StoreException(
              StoreException.Reason.REFUSED,
              "the database is not empty (table %s has rows): restore into a new one"
                  .formatted(table.name()));
        }
        fill(connection, table, rows);
      }
      countOn(connection);
      connection.commit();
    } catch (SQLException e) {
      throw new StoreException(
          StoreException.Reason.REFUSED,
          "the database does not take the backup's rows: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
          e);
    }
  }

  private static boolean hasRows(Connection connection, String table) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery("select exists (select from " + Dump.quoted(table) + ")")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static void fill(Connection connection, Table table, Rows rows)
      throws SQLException, IOException {
    var copy = connection.unwrap(PGConnection.class).getCopyAPI();
    var sql =
        "copy %s (%s) from stdin".formatted(Dump.quoted(table.name()), Dump.list(table.columns()));
    var filled = 0L;
    for (var part = 1; part <= table.parts(); part++) {
      try (var in = rows.open(table.name(), part)) {
        filled += copy.copyIn(sql, in, 1 << 16);
      }
    }
    if (filled != table.rows()) {
      throw new IOException(
          "the table %s has %d rows in the backup, not %d"
              .formatted(table.name(), filled, table.rows()));
    }
  }

  /// What is counted goes on behind the largest number there is.
  private static void countOn(Connection connection) throws SQLException {
    for (var counter : Catalog.counters(connection)) {
      var column = Dump.quoted(counter.get(1));
      try (var statement =
          connection.prepareStatement(
              "select setval(pg_get_serial_sequence(?, ?), coalesce(max(%s), 0) + 1, false) from %s"
                  .formatted(column, Dump.quoted(counter.get(0))))) {
        statement.setString(1, Dump.quoted(counter.get(0)));
        statement.setString(2, counter.get(1));
        statement.execute();
      }
    }
  }
}
