package drydock.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.port.Inbox.Message;
import drydock.domain.task.TaskId;
import drydock.store.backup.Dump;
import drydock.store.backup.Refill;
import drydock.store.backup.Table;
import drydock.store.postgres.Database;
import drydock.store.postgres.StoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Everything comes back as it was at the moment of the backup.
@Tag("integration")
@ExtendWith(RealDatabase.class)
class DumpTest {
  private final Database database;
  private final Store store;

  DumpTest(Database database, Store store) {
    this.database = database;
    this.store = store;
  }

  /// Rows by table and number, as text.
  private record Dumped(int schema, Map<String, String> parts, Dump.Copied copied) {}

  private Dumped dump(Runnable meanwhile) throws IOException {
    var schema = new int[1];
    var parts = new HashMap<String, String>();
    var sink =
        new Dump.Sink() {
          @Override
          public void schema(int version) {
            schema[0] = version;
            meanwhile.run();
          }

          @Override
          public void rows(String table, int number, byte[] rows) {
            parts.put(table + number, new String(rows, UTF_8));
          }
        };
    var copied = Dump.of(database.dataSource(), sink);
    return new Dumped(schema[0], parts, copied);
  }

  private void refill(Dumped dumped) throws IOException {
    Refill.of(
        database.dataSource(),
        dumped.copied().tables(),
        (table, number) ->
            new ByteArrayInputStream(
                String.valueOf(dumped.parts().get(table + number)).getBytes(UTF_8)));
  }

  @Test
  void every_row_comes_back_and_numbers_go_on() throws Exception {
    var task = Samples.task("Say \"hi\"\t\\ \n to Ünal.", "https://x.org/a", Samples.NOON, 2);
    store.tasks().create(task);
    var attempt = Samples.first(task);
    store.inbox().post(attempt, new Message.Say("one", List.of()));
    var before = dump(() -> {});
    assertThat(before.schema()).isEqualTo(Database.newestSchema());
    assertThat(before.copied().tasks()).containsExactly(task.id().value());
    assertThat(before.copied().tables())
        .extracting(Table::name)
        .containsSubsequence("tasks", "attempts", "events")
        .contains("messages", "shares", "uploads", "answers");

    run("truncate tasks, uploads, answers, repositories restart identity cascade");
    refill(before);

    assertThat(dump(() -> {})).isEqualTo(before);
    assertThat(store.tasks().find(task.id())).contains(task);
    store.inbox().post(attempt, new Message.Say("two", List.of()));
    assertThat(dump(() -> {}).parts().get("messages1")).hasLineCount(2);
  }

  @Test
  void what_is_written_meanwhile_is_not_in_it() throws Exception {
    var early = Samples.task();
    store.tasks().create(early);

    var dumped = dump(() -> store.tasks().create(Samples.task()));

    assertThat(dumped.copied().tasks()).containsExactly(early.id().value());
    assertThat(dumped.parts().get("tasks1")).hasLineCount(1);
  }

  @Test
  void a_database_with_rows_is_left_alone() throws Exception {
    store.tasks().create(Samples.task());
    var dumped = dump(() -> {});

    assertThatThrownBy(() -> refill(dumped))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "the database is not empty (table repositories has rows): restore into a new one");
    assertThat(store.tasks().find(new TaskId(dumped.copied().tasks().getFirst()))).isPresent();
  }

  private void run(String sql) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
