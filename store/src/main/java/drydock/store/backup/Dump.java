package drydock.store.backup;

import drydock.store.postgres.StoreException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.core.Utils;

/// All rows as they were at one moment, whatever is written meanwhile: one transaction that repeats
/// its reads (PostgreSQL manual, 13.2.2). In PostgreSQL's text form, which every version reads.
public final class Dump {
  /// Small enough to be held, large enough to matter little.
  private static final int PART = 4 << 20;

  private Dump() {}

  /// Where the rows go.
  public interface Sink {
    /// Comes first, once.
    ///
    /// @param schema the version of the tables, by the last migration
    void schema(int schema) throws IOException;

    /// Some whole rows of a table.
    ///
    /// @param number counts from 1 within the table
    void rows(String table, int number, byte[] rows) throws IOException;
  }

  /// @param tasks ids of all tasks of that moment
  public record Copied(List<Table> tables, List<String> tasks) {
    public Copied {
      tables = List.copyOf(tables);
      tasks = List.copyOf(tasks);
    }
  }

  /// @throws StoreException if the database fails, or goes away meanwhile
  public static Copied of(DataSource source, Sink sink) throws IOException {
    try (var connection = source.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      sink.schema(Integer.parseInt(first(connection, "schema.sql").getFirst()));
      var tables = new ArrayList<Table>();
      for (var table : Catalog.tables(connection).entrySet()) {
        tables.add(copy(connection, table.getKey(), table.getValue(), sink));
      }
      return new Copied(tables, first(connection, "tasks.sql"));
    } catch (SQLException e) {
      throw new StoreException(
          StoreException.Reason.UNREACHABLE,
          "the database could not be read to its end: " + e.getMessage(),
          e);
    }
  }

  private static Table copy(Connection connection, String name, List<String> columns, Sink sink)
      throws SQLException, IOException {
    var out =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("copy %s (%s) to stdout".formatted(quoted(name), list(columns)));
    var part = new ByteArrayOutputStream();
    var parts = 0;
    try {
      for (var row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
        part.writeBytes(row);
        if (part.size() >= PART) {
          sink.rows(name, ++parts, part.toByteArray());
          part.reset();
        }
      }
      if (part.size() > 0) {
        sink.rows(name, ++parts, part.toByteArray());
      }
    } finally {
      if (out.isActive()) {
        out.cancelCopy();
      }
    }
    return new Table(name, columns, out.getHandledRowCount(), parts);
  }

  static String list(List<String> names) throws SQLException {
    var all = new ArrayList<String>();
    for (var name : names) {
      all.add(quoted(name));
    }
    return all.stream().collect(Collectors.joining(", "));
  }

  static String quoted(String name) throws SQLException {
    return Utils.escapeIdentifier(null, name).toString();
  }

  private static List<String> first(Connection connection, String sql) throws SQLException {
    try (var statement = connection.prepareStatement(Resource.text(sql));
        var rows = statement.executeQuery()) {
      var all = new ArrayList<String>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    }
  }
}
