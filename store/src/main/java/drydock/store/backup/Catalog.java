package drydock.store.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What tables there are, read from PostgreSQL's own catalog (manual, chapter 52), so that a new
/// table is in every backup from its first day.
final class Catalog {
  /// Flyway's own.
  private static final String HISTORY = "drydock_schema";

  private Catalog() {}

  /// @return columns by table; a table comes after those that its foreign keys name
  static Map<String, List<String>> tables(Connection connection) throws SQLException {
    var columns = new LinkedHashMap<String, List<String>>();
    try (var statement = connection.prepareStatement(Resource.text("columns.sql"))) {
      statement.setString(1, HISTORY);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>()).add(rows.getString(2));
        }
      }
    }
    var references = references(connection);
    var ordered = new LinkedHashMap<String, List<String>>();
    while (ordered.size() < columns.size()) {
      var next =
          columns.keySet().stream()
              .filter(t -> !ordered.containsKey(t))
              .filter(t -> ordered.keySet().containsAll(references.getOrDefault(t, Set.of())))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("tables refer to each other in a ring"));
      ordered.put(next, columns.get(next));
    }
    return ordered;
  }

  private static Map<String, Set<String>> references(Connection connection) throws SQLException {
    var references = new LinkedHashMap<String, Set<String>>();
    try (var statement = connection.prepareStatement(Resource.text("references.sql"));
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        references.computeIfAbsent(rows.getString(1), _ -> new HashSet<>()).add(rows.getString(2));
      }
    }
    return references;
  }

  /// Number columns that count by themselves, as `table`, `column`.
  static List<List<String>> counters(Connection connection) throws SQLException {
    var counters = new ArrayList<List<String>>();
    try (var statement = connection.prepareStatement(Resource.text("counters.sql"));
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        counters.add(List.of(rows.getString(1), rows.getString(2)));
      }
    }
    return counters;
  }
}
