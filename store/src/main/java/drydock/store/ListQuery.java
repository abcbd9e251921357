package drydock.store;

import drydock.domain.port.Tasks;
import drydock.domain.task.TaskId;
import drydock.store.list.Cursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
  /// @throws drydock.domain.RefusedException if the cursor is none
  static ListQuery of(Tasks.Filter filter, String columns) {
    if (filter.limit() < 1 || filter.limit() > 200) {
      throw new IllegalArgumentException("a page holds 1 to 200 tasks, not " + filter.limit());
    }
    var conditions = new ArrayList<String>();
    var parameters = new HashMap<String, Object>();
    parameters.put("limit", filter.limit() + 1);
    if (!filter.states().isEmpty()) {
      conditions.add("state = wanted_state");
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
        .map(text -> Cursor.parse(text, TaskId::isValid))
        .ifPresent(cursor -> {
          conditions.add("(created_at, id) < (:cursorAt, :cursorId)");
          parameters.put("cursorAt", cursor.at());
          parameters.put("cursorId", cursor.id());
        });
    var form = filter.states().isEmpty() ? PAGE : PAGE_BY_STATE;
    return new ListQuery(form.formatted(columns, where(conditions)), Map.copyOf(parameters));
  }

  private static String where(List<String> conditions) {
    return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
  }
}
