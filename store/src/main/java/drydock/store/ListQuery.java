package drydock.store;

import drydock.domain.port.Tasks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/// A filter of tasks as SQL. Pure.
///
/// @param where all of the statement after the table's name
record ListQuery(String where, Map<String, Object> parameters) {
  static ListQuery of(Tasks.Filter filter) {
    if (filter.limit() < 1 || filter.limit() > 200) {
      throw new IllegalArgumentException("a page holds 1 to 200 tasks, not " + filter.limit());
    }
    var conditions = new ArrayList<String>();
    var parameters = new HashMap<String, Object>();
    if (!filter.states().isEmpty()) {
      conditions.add("state = any(:states::state[])");
      parameters.put(
          "states", filter.states().stream().map(Names::of).sorted().toArray(String[]::new));
    }
    filter
        .repo()
        .ifPresent(part -> {
          conditions.add("position(lower(:repo) in lower(source)) > 0");
          parameters.put("repo", PlainText.of(part));
        });
    filter
        .text()
        .ifPresent(part -> {
          conditions.add("position(lower(:text) in lower(prompt)) > 0");
          parameters.put("text", PlainText.of(part));
        });
    filter
        .cursor()
        .map(Cursor::parse)
        .ifPresent(cursor -> {
          conditions.add("(created_at, id) < (:cursorAt, :cursorId)");
          parameters.put("cursorAt", cursor.createdAt());
          parameters.put("cursorId", cursor.id().value());
        });
    parameters.put("limit", filter.limit() + 1);
    return new ListQuery(
        (conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions) + " ")
            + "order by created_at desc, id desc limit :limit",
        Map.copyOf(parameters));
  }
}
