package drydock.store;

import static drydock.store.Samples.NOON;
import static drydock.store.Samples.first;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.Actor;
import drydock.domain.event.EventBody;
import drydock.domain.port.Lease;
import drydock.domain.port.Queue;
import drydock.domain.task.AttemptId;
import drydock.domain.task.Outcome;
import drydock.domain.task.State;
import drydock.domain.task.Task;
import drydock.store.postgres.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("integration")
@ExtendWith(RealDatabase.class)
class QueueTest {
  private static final Instant LATER = NOON.plusSeconds(30);

  private final Database database;
  private final Store store;

  QueueTest(Database database) {
    this.database = database;
    this.store = at(NOON);
  }

  @Test
  void attempts_wait_in_the_order_in_which_they_were_queued() {
    var second = created(NOON.plusSeconds(1), 1);
    var first = created(NOON, 2);

    assertThat(store.queue().waiting())
        .containsExactly(
            new Queue.Waiting(first.attempt(1).id(), "ada", NOON),
            new Queue.Waiting(first.attempt(2).id(), "ada", NOON),
            new Queue.Waiting(second.attempt(1).id(), "ada", NOON.plusSeconds(1)));
  }

  @Test
  void a_leased_attempt_runs_and_does_not_wait() {
    var task = created(NOON, 1);

    var lease = store.queue().acquire(first(task), "one", LATER);

    assertThat(lease).contains(new Lease(first(task), "one", 1, LATER));
    assertThat(store.queue().waiting()).isEmpty();
    assertThat(store.queue().running(NOON)).containsExactly(lease.orElseThrow());
    assertThat(store.queue().acquire(first(task), "two", LATER)).isEmpty();
  }

  @Test
  void many_nodes_at_once_lease_each_attempt_once() throws Exception {
    var attempts =
        IntStream.range(0, 25)
            .mapToObj(_ -> created(NOON, 2))
            .flatMap(t -> t.attempts().stream())
            .map(a -> a.id())
            .toList();
    var work = new ArrayList<Callable<List<Lease>>>();
    for (var i = 0; i < 20; i++) {
      var node = "node-" + i;
      var other = at(NOON).queue();
      var shuffled = new ArrayList<>(attempts);
      Collections.shuffle(shuffled);
      work.add(() ->
          shuffled.stream()
              .map(id -> other.acquire(id, node, LATER))
              .flatMap(Optional::stream)
              .toList());
    }

    var leases = new ArrayList<Lease>();
    try (var threads = Executors.newFixedThreadPool(20)) {
      for (var taken : threads.invokeAll(work)) {
        leases.addAll(taken.get());
      }
    }

    assertThat(leases).extracting(Lease::attempt).containsExactlyInAnyOrderElementsOf(attempts);
    assertThat(leases).extracting(Lease::fence).containsOnly(1L);
    assertThat(store.queue().running(NOON)).containsExactlyInAnyOrderElementsOf(leases);
  }

  @Test
  void a_lease_that_ran_out_is_anybodys_and_the_old_one_is_worth_nothing() {
    var task = created(NOON, 1);
    var old = store.queue().acquire(first(task), "one", LATER).orElseThrow();
    var afterwards = at(LATER);

    assertThat(afterwards.queue().waiting())
        .extracting(Queue.Waiting::attempt)
        .containsExactly(first(task));
    var current =
        afterwards.queue().acquire(first(task), "two", LATER.plusSeconds(30)).orElseThrow();

    assertThat(current.fence()).isEqualTo(2);
    assertThat(store.queue().renew(old, LATER.plusSeconds(60))).isEmpty();
    store.queue().release(old);
    assertThat(store.queue().running(LATER)).containsExactly(current);
  }

  @Test
  void a_heartbeat_prolongs_the_lease() {
    var task = created(NOON, 1);
    var lease = store.queue().acquire(first(task), "one", LATER).orElseThrow();

    var renewed = store.queue().renew(lease, LATER.plusSeconds(30));

    assertThat(renewed).contains(new Lease(first(task), "one", 1, LATER.plusSeconds(30)));
    assertThat(store.queue().running(LATER)).containsExactly(renewed.orElseThrow());
  }

  @Test
  void a_released_attempt_can_be_taken_again() {
    var task = created(NOON, 1);
    var lease = store.queue().acquire(first(task), "one", LATER).orElseThrow();

    store.queue().release(lease);
    store.queue().release(lease);

    assertThat(store.queue().running(NOON)).isEmpty();
    assertThat(store.queue().renew(lease, LATER)).isEmpty();
    assertThat(store.queue().acquire(first(task), "two", LATER).orElseThrow().fence()).isEqualTo(2);
  }

  @Test
  void what_a_dead_node_leaves_behind_is_found() {
    var task = created(NOON, 3);
    for (var attempt : task.attempts()) {
      assertThat(store.queue().acquire(attempt.id(), "one", LATER)).isPresent();
    }
    moved(task.attempt(1).id(), State.PREPARING);
    moved(task.attempt(2).id(), State.PREPARING);
    ended(task.attempt(2).id());

    assertThat(store.queue().abandoned(NOON)).isEmpty();
    var left = new Queue.Left(task.attempt(1).id(), Optional.of(LATER));
    assertThat(store.queue().abandoned(LATER)).containsExactly(left);
    assertThat(store.queue().leftBy("one")).containsExactly(left);
    assertThat(store.queue().leftBy("two")).isEmpty();

    moved(task.attempt(1).id(), State.QUEUED);
    assertThat(store.queue().abandoned(LATER)).isEmpty();
    assertThat(store.queue().leftBy("one")).isEmpty();
    assertThat(store.queue().waiting())
        .extracting(Queue.Waiting::attempt)
        .as("the one that had begun, and the one that had not")
        .containsExactlyInAnyOrder(task.attempt(1).id(), task.attempt(3).id());
  }

  @Test
  void what_was_queued_before_the_wait_ends_it_at_once() throws Exception {
    var other = at(NOON).queue();
    drain(other);
    var began = System.nanoTime();

    created(NOON, 1);
    other.await(Duration.ofSeconds(20));

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void a_wait_for_nothing_ends_in_time() throws Exception {
    var queue = at(NOON).queue();
    drain(queue);

    queue.await(Duration.ofMillis(20));
  }

  /// News of earlier tests may still be on their way back from the database.
  private static void drain(Queue queue) throws InterruptedException {
    queue.await(Duration.ofMillis(100));
  }

  private Store at(Instant now) {
    return new Store(database, new JacksonCodec(), InstantSource.fixed(now));
  }

  private Task created(Instant at, int attempts) {
    var task = Samples.task(at, attempts);
    store.tasks().create(task);
    return task;
  }

  private void moved(AttemptId attempt, State to) {
    var from = store.tasks().find(attempt.task()).orElseThrow().attempt(attempt.number()).state();
    append(attempt, new EventBody.StateChanged(from, to, Optional.empty()));
  }

  private void ended(AttemptId attempt) {
    append(attempt, new EventBody.Ended(new Outcome.Canceled()));
  }

  private void append(AttemptId attempt, EventBody body) {
    assertThat(store.journal().append(attempt, Actor.SYSTEM, Optional.empty(), List.of(body)))
        .hasSize(1);
  }
}
