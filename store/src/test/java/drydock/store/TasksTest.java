package drydock.store;

import static drydock.store.Samples.ADA;
import static drydock.store.Samples.NOON;
import static drydock.store.Samples.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.Actor;
import drydock.domain.RefusedException;
import drydock.domain.event.Event;
import drydock.domain.event.EventBody;
import drydock.domain.port.Inbox;
import drydock.domain.port.Queue;
import drydock.domain.port.Shares;
import drydock.domain.port.Tasks.Counts;
import drydock.domain.port.Tasks.Filter;
import drydock.domain.port.Tasks.Page;
import drydock.domain.task.Attempt;
import drydock.domain.task.AttemptId;
import drydock.domain.task.Outcome;
import drydock.domain.task.State;
import drydock.domain.task.Task;
import drydock.domain.task.TaskId;
import drydock.store.postgres.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("integration")
@ExtendWith(RealDatabase.class)
class TasksTest {
  private static final Filter ALL = Filter.of(Set.of());
  private static final Filter ARCHIVED =
      new Filter(
          Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);

  private final Store store;

  TasksTest(Store store) {
    this.store = store;
  }

  @Test
  void a_task_is_found_as_it_was_created() {
    var task = Samples.task(NOON, 3);

    store.tasks().create(task);

    assertThat(store.tasks().find(task.id())).contains(task);
    assertThat(store.tasks().find(Samples.task().id())).isEmpty();
  }

  @Test
  void pages_do_not_shift_while_tasks_are_added() {
    // Two of each second, so that the id has to decide as well.
    var tasks = IntStream.range(0, 10).mapToObj(i -> created(NOON.plusSeconds(i / 2))).toList();
    var newestFirst = newestFirst(tasks);
    var seen = new ArrayList<Task>();
    Optional<String> cursor = Optional.empty();

    do {
      var page = store.tasks().list(ALL, cursor, 3);
      seen.addAll(page.tasks());
      cursor = page.next();
      created(NOON.plusSeconds(100 + seen.size()));
    } while (cursor.isPresent());

    assertThat(seen).isEqualTo(newestFirst);
  }

  @Test
  void a_full_last_page_has_no_next() {
    var tasks = IntStream.range(0, 4).mapToObj(i -> created(NOON.plusSeconds(i))).toList();

    var page = store.tasks().list(ALL, Optional.empty(), 4);

    assertThat(page.tasks()).isEqualTo(newestFirst(tasks));
    assertThat(page.next()).isEmpty();
  }

  @Test
  void the_list_can_be_narrowed() {
    var app = created("Mend the test", "https://example.org/App.git");
    var percent = created("Say 100% \"yes\"", "https://example.org/other.git");
    var done = created("Mend the docs", "https://example.org/docs.git");
    store
        .journal()
        .append(
            first(done),
            Actor.SYSTEM,
            Optional.empty(),
            List.of(new EventBody.Ended(new Outcome.Canceled())));

    assertThat(list(Set.of(), Optional.of("app"), Optional.empty())).containsExactly(app.id());
    assertThat(list(Set.of(), Optional.empty(), Optional.of("mend")))
        .containsExactlyInAnyOrder(app.id(), done.id());
    assertThat(list(Set.of(), Optional.empty(), Optional.of("0% \"")))
        .containsExactly(percent.id());
    assertThat(list(Set.of(State.CANCELED, State.FAILED), Optional.empty(), Optional.empty()))
        .containsExactly(done.id());
    assertThat(list(Set.of(State.QUEUED), Optional.of("docs"), Optional.empty())).isEmpty();
    assertThat(list(Set.of(), Optional.of("'; drop table tasks; --"), Optional.empty())).isEmpty();
  }

  @Test
  void a_word_is_looked_for_in_all_that_a_row_shows() {
    var app = created("Mend the test", "https://example.org/App.git");
    var docs = created("Mend the docs", "https://example.org/docs.git");

    for (var word : List.of("MEND THE T", "org/app", app.id().value())) {
      assertThat(list(Set.of(), Optional.empty(), Optional.of(word))).containsExactly(app.id());
    }
    for (var word : List.of("main", ADA.name(), app.id().value().substring(0, 8))) {
      assertThat(list(Set.of(), Optional.empty(), Optional.of(word)))
          .containsExactlyInAnyOrder(app.id(), docs.id());
    }
    assertThat(narrowed(Optional.of(ADA.name()), "scripted/template")).hasSize(2);
    assertThat(narrowed(Optional.of("nobody"), "scripted/template")).isEmpty();
    assertThat(narrowed(Optional.empty(), "scripted/other")).isEmpty();
    assertThat(narrowed(Optional.empty(), "no name of a model")).isEmpty();
  }

  private List<TaskId> narrowed(Optional<String> actor, String model) {
    var filter =
        new Filter(Set.of(), Optional.empty(), Optional.empty(), actor, Optional.of(model), false);
    return ids(store.tasks().list(filter, Optional.empty(), 100));
  }

  @Test
  void what_was_put_away_is_in_a_list_of_its_own_until_it_goes_on() {
    var kept = created(NOON);
    var away = created(NOON.plusSeconds(1));
    end(away, 1);

    var at = say(away, new EventBody.Archived()).at();
    say(away, new EventBody.Archived());

    assertThat(store.tasks().find(away.id()).orElseThrow().archivedAt()).contains(at);
    assertThat(ids(store.tasks().list(ALL, Optional.empty(), 10))).containsExactly(kept.id());
    assertThat(ids(store.tasks().list(ARCHIVED, Optional.empty(), 10))).containsExactly(away.id());
    assertThat(store.tasks().counts(ALL)).isEqualTo(new Counts(Map.of(State.QUEUED, 1L), 1));

    say(away, new EventBody.Unarchived());
    assertThat(store.tasks().find(away.id()).orElseThrow().archivedAt()).isEmpty();
    say(away, new EventBody.Archived());
    store.tasks().again(away.id(), ADA, NOON);

    assertThat(store.tasks().counts(ALL)).isEqualTo(new Counts(Map.of(State.QUEUED, 2L), 0));
  }

  @Test
  void a_next_turn_takes_a_task_out_of_the_archive() {
    var task = created(NOON);
    end(task, 1);
    say(task, new EventBody.Archived());

    say(task, new EventBody.StateChanged(State.CANCELED, State.QUEUED, Optional.empty()));

    assertThat(store.tasks().find(task.id()).orElseThrow().archivedAt()).isEmpty();
  }

  @Test
  void who_watches_hears_of_what_a_list_shows_and_of_nothing_else() throws Exception {
    var task = created(NOON);
    try (var watch = store.tasks().watch()) {
      say(task, new EventBody.Noted("nothing new"));
      assertThat(watch.await(Duration.ZERO)).isFalse();

      end(task, 1);
      assertThat(watch.await(Duration.ZERO)).isTrue();
      assertThat(watch.await(Duration.ZERO)).as("told once").isFalse();

      store.tasks().delete(task.id());
      assertThat(watch.await(Duration.ZERO)).isTrue();
    }
  }

  private Event say(Task task, EventBody body) {
    return store.journal().append(first(task), ADA, Optional.empty(), List.of(body)).getFirst();
  }

  private static List<TaskId> ids(Page page) {
    return page.tasks().stream().map(Task::id).toList();
  }

  @Test
  void a_tasks_state_in_the_list_is_that_of_the_attempt_least_finished() {
    var task = Samples.task(NOON, 2);
    store.tasks().create(task);

    end(task, 1);
    assertThat(list(Set.of(State.QUEUED), Optional.empty(), Optional.empty()))
        .containsExactly(task.id());

    end(task, 2);
    assertThat(list(Set.of(State.QUEUED), Optional.empty(), Optional.empty())).isEmpty();
    assertThat(list(Set.of(State.CANCELED), Optional.empty(), Optional.empty()))
        .containsExactly(task.id());
  }

  @Test
  void an_ended_task_gets_a_next_attempt_and_its_log_goes_on() {
    var task = Samples.task(NOON, 2);
    store.tasks().create(task);
    end(task, 1);
    assertThat(store.tasks().again(task.id(), ADA, NOON)).as("one is open").isEmpty();
    end(task, 2);
    var last = store.journal().read(task.id(), 0, 100).getLast().number();

    var third = store.tasks().again(task.id(), ADA, NOON.plusSeconds(5)).orElseThrow();

    assertThat(third).isEqualTo(Attempt.queued(new AttemptId(task.id(), 3), NOON.plusSeconds(5)));
    var found = store.tasks().find(task.id()).orElseThrow();
    assertThat(found.attempts()).hasSize(3).endsWith(third);
    assertThat(list(Set.of(State.QUEUED), Optional.empty(), Optional.empty()))
        .containsExactly(task.id());
    assertThat(store.queue().waiting())
        .containsExactly(new Queue.Waiting(third.id(), ADA.name(), third.queuedAt()));
    assertThat(store.journal().read(task.id(), last, 10))
        .containsExactly(
            new Event(
                last + 1,
                third.id(),
                third.queuedAt(),
                ADA,
                new EventBody.StateChanged(
                    State.QUEUED, State.QUEUED, Optional.of("a retry was asked for"))));
    assertThat(store.tasks().again(new TaskId("20260517_0000000000"), ADA, NOON)).isEmpty();
  }

  @Test
  void a_cursor_that_nobody_gave_is_refused() {
    for (var cursor :
        List.of(
            "", "x", "1.x", "99999999999999999999.20260517_0000000000", "1.20260517_0000000000 ")) {
      assertThatThrownBy(() -> store.tasks().list(ALL, Optional.of(cursor), 3))
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused -> assertThat(refused.code()).isEqualTo(RefusedException.Code.BAD_REQUEST));
    }
  }

  @Test
  void with_a_task_goes_all_that_belongs_to_it(Database database) throws Exception {
    var task = Samples.task();
    store.tasks().create(task);
    store.inbox().post(first(task), new Inbox.Message.Cancel("ada", 1));
    store
        .shares()
        .add(
            new Shares.Share(
                "s1", task.id(), "hash", NOON, NOON.plusSeconds(60), Set.of(Shares.Part.LOGS)));
    var other = Samples.task();
    store.tasks().create(other);

    assertThat(store.tasks().delete(task.id())).isTrue();

    assertThat(store.tasks().delete(task.id())).isFalse();
    assertThat(store.tasks().find(task.id())).isEmpty();
    assertThat(store.tasks().find(other.id())).contains(other);
    assertThat(store.inbox().await(first(task), Set.of(), Duration.ZERO)).isEmpty();
    for (var table : List.of("attempts", "events", "messages", "shares")) {
      assertThat(count(database, table, task)).as(table).isZero();
    }
  }

  private static long count(Database database, String table, Task task) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement =
            connection.prepareStatement("select count(*) from " + table + " where task_id = ?")) {
      statement.setString(1, task.id().value());
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private void end(Task task, int attempt) {
    store
        .journal()
        .append(
            task.attempt(attempt).id(),
            Actor.SYSTEM,
            Optional.empty(),
            List.of(new EventBody.Ended(new Outcome.Canceled())));
  }

  private Task created(Instant at) {
    var task = Samples.task(at, 1);
    store.tasks().create(task);
    return task;
  }

  private Task created(String prompt, String url) {
    var task = Samples.task(prompt, url, NOON, 1);
    store.tasks().create(task);
    return task;
  }

  private static List<Task> newestFirst(List<Task> tasks) {
    return tasks.stream()
        .sorted(Comparator.comparing(Task::createdAt).thenComparing(Task::id).reversed())
        .toList();
  }

  private List<TaskId> list(Set<State> states, Optional<String> repo, Optional<String> text) {
    return store
        .tasks()
        .list(
            new Filter(states, repo, text, Optional.empty(), Optional.empty(), false),
            Optional.empty(),
            200)
        .tasks()
        .stream()
        .map(Task::id)
        .toList();
  }
}
