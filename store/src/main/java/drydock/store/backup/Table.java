package drydock.store.backup;

import java.util.List;

/// What was copied of a table.
///
/// @param columns in the order of its rows' fields
/// @param parts how many pieces its rows were handed out in
public record Table(String name, List<String> columns, long rows, int parts) {
  public Table {
    columns = List.copyOf(columns);
  }
}
