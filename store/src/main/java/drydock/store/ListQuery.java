package drydock.store;

import drydock.domain.port.Tasks;
import drydock.store.column.Names;
import drydock.store.column.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A filter of tasks as SQL, so that a page costs the page and not the table. Pure.
record ListQuery(String sql, Map<String, Object> parameters) {
  private static final String PAGE =
      """
      select %s from tasks
      %s
      order by created_at desc, id desc limit :limit
      """;

  /// The newest of each state, by the index of both, and the newest of those.
  private static final String PAGE_BY_STATE =
      """
      select %1$s from unnest(:states::state[]) as wanted (wanted_state)
      cross join lateral (
        select * from tasks
        %2$s
        order by created_at desc, id desc limit :limit) as newest
      order by created_at desc, id desc limit :limit
      """;

  /// Asks for one task more than the page holds, which tells whether there is a next page.
  ///
  /// @param columns of `tasks`, to be selected
  static ListQuery of(Tasks.Filter filter, Optional<Cursor> cursor, int limit, String columns) {
    if (limit < 1 || limit > 200) {
      throw new IllegalArgumentException("a page holds 1 to 200 tasks, not " + limit);
    }
    var conditions = new ArrayList<String>();
    var parameters = new HashMap<String, Object>();
    parameters.put("limit", limit + 1);
    conditions.add(filter.archived() ? "archived_at is not null" : "archived_at is null");
    if (!filter.states().isEmpty()) {
      conditions.add("state = wanted_state");
      parameters.put(
          "states", filter.states().stream().map(Names::of).sorted().toArray(String[]::new));
    }
    words(filter, conditions, parameters);
    cursor.ifPresent(place -> {
      conditions.add("(created_at, id) < (:cursorAt, :cursorId)");
      parameters.put("cursorAt", place.at());
      parameters.put("cursorId", place.id());
    });
    var form = filter.states().isEmpty() ? PAGE : PAGE_BY_STATE;
    return new ListQuery(form.formatted(columns, where(conditions)), Map.copyOf(parameters));
  }

  static ListQuery counts(Tasks.Filter filter) {
    var conditions = new ArrayList<String>();
    var parameters = new HashMap<String, Object>();
    words(filter, conditions, parameters);
    var sql =
        """
        select state, archived_at is not null as archived, count(*) as tasks from tasks
        %s
        group by 1, 2
        """
            .formatted(where(conditions));
    return new ListQuery(sql, Map.copyOf(parameters));
  }

  private static void words(
      Tasks.Filter filter, List<String> conditions, Map<String, Object> parameters) {
    filter
        .repo()
        .ifPresent(part -> {
          conditions.add("position(lower(:repo) in lower(source)) > 0");
          parameters.put("repo", PlainText.of(part));
        });
    filter
        .text()
        .ifPresent(part -> {
          conditions.add(
              """
              (starts_with(id, lower(:text)) or position(lower(:text) in lower(
                prompt || E'\n' || source || E'\n' || actor_name || E'\n'
                || ref)) > 0)\
              """);
          parameters.put("text", PlainText.of(part));
        });
    filter
        .actor()
        .ifPresent(name -> {
          conditions.add("actor_name = :actor");
          parameters.put("actor", PlainText.of(name));
        });
    filter
        .model()
        .ifPresent(model -> {
          conditions.add("model = :model");
          parameters.put("model", PlainText.of(model));
        });
  }

  private static String where(List<String> conditions) {
    return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
  }
}
