package drydock.store;

import static drydock.store.Samples.ADA;
import static drydock.store.Samples.AGENT;
import static drydock.store.Samples.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.Actor;
import drydock.domain.event.AttemptFold;
import drydock.domain.event.Event;
import drydock.domain.event.EventBody;
import drydock.domain.port.LeaseLostException;
import drydock.domain.task.AttemptId;
import drydock.domain.task.Outcome;
import drydock.domain.task.State;
import drydock.domain.task.TaskId;
import drydock.store.postgres.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("integration")
@ExtendWith(RealDatabase.class)
class JournalTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Instant FAR = Instant.parse("2999-01-01T00:00:00Z");

  private final Store store;

  JournalTest(Store store) {
    this.store = store;
  }

  @Test
  void what_was_appended_is_read_again_as_it_was_returned() {
    var task = Samples.task();
    store.tasks().create(task);

    var appended =
        append(first(task), moved(State.QUEUED, State.PREPARING), new EventBody.Noted("a"));
    var more = append(first(task), new EventBody.AgentSaid("b"));

    var created =
        new Event(1, first(task), task.createdAt(), ADA, new EventBody.TaskCreated(task.request()));
    var expected = new ArrayList<>(List.of(created));
    expected.addAll(appended);
    expected.addAll(more);
    assertThat(store.journal().read(task.id(), 0, 10)).isEqualTo(expected);
    assertThat(expected).extracting(Event::number).containsExactly(1L, 2L, 3L, 4L);
    assertThat(store.journal().read(task.id(), 2, 1)).isEqualTo(appended.subList(1, 2));
  }

  @Test
  void the_attempt_is_the_fold_of_its_events() {
    var task = Samples.task();
    store.tasks().create(task);

    append(first(task), moved(State.QUEUED, State.PREPARING));
    append(first(task), new EventBody.CheckedOut("0123456789abcdef", "First"));
    append(first(task), new EventBody.Explained("It was off by one."));
    append(
        first(task),
        moved(State.PREPARING, State.COLLECTING),
        new EventBody.Ended(new Outcome.Succeeded()));

    var expected = task.attempt(1);
    for (var event : store.journal().read(task.id(), 0, 100)) {
      expected = AttemptFold.apply(expected, event);
    }
    var found = store.tasks().find(task.id()).orElseThrow();
    assertThat(found.attempts()).containsExactly(expected);
    assertThat(found.state()).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void an_illegal_move_leaves_no_trace() {
    var task = Samples.task();
    store.tasks().create(task);

    assertThatThrownBy(() ->
            append(first(task), new EventBody.Noted("a"), moved(State.QUEUED, State.COLLECTING)))
        .isInstanceOf(IllegalStateException.class);

    assertThat(store.journal().read(task.id(), 1, 10)).isEmpty();
    assertThat(append(first(task), new EventBody.Noted("b")))
        .extracting(Event::number)
        .containsExactly(2L);
  }

  @Test
  void an_attempt_that_is_not_there_has_no_log() {
    var task = Samples.task();
    store.tasks().create(task);
    var note = new EventBody.Noted("a");
    var elsewhere = new AttemptId(new TaskId("20260517_0000000000"), 1);

    assertThatThrownBy(() -> append(new AttemptId(task.id(), 2), note))
        .isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> append(elsewhere, note)).isInstanceOf(NoSuchElementException.class);
    assertThat(store.journal().read(task.id(), 1, 10)).isEmpty();
    assertThat(store.journal().read(elsewhere.task(), 0, 10)).isEmpty();
  }

  @Test
  void only_the_holder_of_the_lease_writes_under_it() {
    var task = Samples.task();
    store.tasks().create(task);
    var old = store.queue().acquire(first(task), "one", Instant.EPOCH).orElseThrow();
    var current = store.queue().acquire(first(task), "two", FAR).orElseThrow();
    List<EventBody> note = List.of(new EventBody.Noted("mine"));

    assertThatThrownBy(() -> store.journal().append(first(task), AGENT, Optional.of(old), note))
        .isInstanceOf(LeaseLostException.class);
    assertThat(store.journal().append(first(task), AGENT, Optional.of(current), note))
        .extracting(Event::number)
        .containsExactly(2L);
  }

  @Test
  void an_attempt_that_somebody_else_ends_is_lost_to_its_runner() {
    var task = Samples.task();
    store.tasks().create(task);
    var lease = store.queue().acquire(first(task), "one", FAR).orElseThrow();

    append(first(task), new EventBody.Ended(new Outcome.Canceled()));

    assertThatThrownBy(() ->
            store
                .journal()
                .append(
                    first(task), AGENT, Optional.of(lease), List.of(new EventBody.Noted("late"))))
        .isInstanceOf(LeaseLostException.class);
    assertThat(store.queue().running(Instant.EPOCH)).isEmpty();
    assertThat(store.queue().renew(lease, FAR)).isEmpty();
  }

  @Test
  void writers_at_once_leave_no_gap() throws Exception {
    var task = Samples.task(Samples.NOON, 4);
    store.tasks().create(task);
    var work = new ArrayList<Callable<List<Event>>>();
    for (var i = 0; i < 200; i++) {
      var attempt = task.attempt(i % 4 + 1).id();
      work.add(() -> append(attempt, new EventBody.AgentSaid("x"), new EventBody.AgentSaid("y")));
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(work)) {
        assertThat(done.get()).hasSize(2);
      }
    }

    assertThat(store.journal().read(task.id(), 0, 1_000))
        .extracting(Event::number)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 401).boxed().toList());
  }

  @Test
  void a_reader_whose_time_is_up_gets_nothing() throws Exception {
    var task = Samples.task();
    store.tasks().create(task);

    assertThat(store.journal().await(task.id(), 1, 10, Duration.ofMillis(30))).isEmpty();
  }

  @Test
  void thousands_of_idle_readers_hold_no_connection(Database database) throws Exception {
    var other = new Store(database, new JacksonCodec(), InstantSource.system());
    var task = Samples.task();
    store.tasks().create(task);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var readers =
          IntStream.range(0, 2_000)
              .mapToObj(_ -> threads.submit(() -> other.journal().await(task.id(), 1, 10, LONG)))
              .toList();
      var appended = append(first(task), new EventBody.Noted("news"));
      for (var reader : readers) {
        assertThat(reader.get()).isEqualTo(appended);
      }
    }
  }

  @Test
  void text_that_sql_cannot_hold_is_replaced_and_told_as_stored() {
    var task = Samples.task("prompt\0", "u\0", Samples.NOON, 1);
    store.tasks().create(task);

    var appended =
        append(
            first(task),
            new EventBody.Noted("\0 high \uD800 low \uDC00 ship \uD83D\uDEA2 slash \\u0000"));

    assertThat(appended.getFirst().body())
        .isEqualTo(
            new EventBody.Noted("\uFFFD high \uFFFD low \uFFFD ship \uD83D\uDEA2 slash \\u0000"));
    assertThat(store.journal().read(task.id(), 1, 10)).isEqualTo(appended);
    assertThat(store.tasks().find(task.id()).orElseThrow().request().prompt())
        .isEqualTo("prompt\uFFFD");
  }

  private static EventBody moved(State from, State to) {
    return new EventBody.StateChanged(from, to, Optional.empty());
  }

  private List<Event> append(AttemptId attempt, EventBody... bodies) {
    return store.journal().append(attempt, Actor.SYSTEM, Optional.empty(), List.of(bodies));
  }
}
