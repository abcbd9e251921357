package drydock.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.task.Source;
import drydock.store.postgres.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What an older Drydock wrote is read by this one.
@Tag("integration")
@ExtendWith(RealDatabase.class)
class MigrationTest {
  private final Database database;
  private final Store store;

  MigrationTest(Database database, Store store) {
    this.database = database;
    this.store = store;
  }

  @Test
  void attempts_and_cancels_of_the_first_schema_get_what_they_lack() throws Exception {
    var task = Samples.task();
    store.tasks().create(task);
    run("update attempts set snapshot = (snapshot - 'putBacks') || '{\"turn\": 3}'");
    run(
        """
        insert into messages (task_id, attempt, body)
        select id, 1, body from tasks, (values
          (jsonb '{"type": "cancel", "actor": "ada"}'),
          (jsonb '{"type": "say", "text": "Go on", "attachments": []}')) as old (body)
        """);

    run(migration("V2__put_backs.sql"));
    run(migration("V3__cancel_of_a_turn.sql"));

    assertThat(ask("select snapshot ->> 'putBacks' from attempts")).containsExactly("0");
    assertThat(ask("select body ->> 'turn' from messages order by id")).containsExactly("3", null);
  }

  @Test
  void attempts_of_before_there_were_approvals_have_none() throws Exception {
    var task = Samples.task();
    store.tasks().create(task);
    run("update attempts set snapshot = snapshot - 'approvals'");

    run(migration("V7__approvals.sql").replaceAll("(?s)create .*", ""));

    assertThat(store.tasks().find(task.id())).contains(task);
  }

  @Test
  void repositories_of_tasks_that_were_there_are_known() throws Exception {
    store.tasks().create(Samples.task("a", "https://h/é.git", Samples.NOON, 1));
    store.tasks().create(Samples.task("b", "https://h/é.git", Samples.NOON.plusSeconds(1), 1));
    store.tasks().create(Samples.task(new Source.Upload("u_1", Optional.empty()), List.of()));
    var before = store.repositories().list(10, Optional.empty());
    // As the codec of the wire writes it.
    run(
        """
        update tasks set request = jsonb_set(
          request, '{source,type}', case when source like 'http%' then '"git"'::jsonb else '"upload"' end)
        """);
    run("truncate repositories");

    run(migration("V8__repositories.sql").replaceAll("(?s)create .*?;", ""));

    assertThat(store.repositories().list(10, Optional.empty())).isEqualTo(before);
    assertThat(before.repositories()).hasSize(1);
  }

  private static String migration(String name) throws IOException {
    try (var file = Store.class.getResourceAsStream("/db/migration/" + name)) {
      assertThat(file).as(name).isNotNull();
      return new String(file.readAllBytes(), UTF_8);
    }
  }

  private List<@Nullable String> ask(String sql) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var all = new ArrayList<@Nullable String>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    }
  }

  private void run(String sql) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
