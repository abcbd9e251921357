package drydock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.Actor;
import drydock.domain.event.Event;
import drydock.domain.event.EventBody;
import drydock.domain.port.Inbox;
import drydock.domain.task.Outcome;
import drydock.domain.task.State;
import drydock.domain.task.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("integration")
@ExtendWith(RealDatabase.class)
class TransactionTest {
  private static final Actor ADA = new Actor(Actor.Kind.USER, "ada");
  private static final EventBody SAID = new EventBody.UserSaid("go on", List.of());

  private final Store store;
  private final List<String> afterwards = new ArrayList<>();

  TransactionTest(Store store) {
    this.store = store;
  }

  @Test
  void what_is_done_through_several_ports_is_undone_together() throws Exception {
    var task = Samples.task();
    var attempt = task.attempts().getFirst().id();
    store.tasks().create(task);

    assertThatThrownBy(() ->
            store
                .transaction()
                .in(() -> {
                  append(task);
                  store.inbox().post(attempt, new Inbox.Message.Say("go on", List.of()));
                  store.transaction().afterwards(() -> afterwards.add("told"));
                  throw new IllegalStateException("killed");
                }))
        .hasMessage("killed");

    assertThat(store.journal().read(task.id(), 1, 10)).isEmpty();
    assertThat(store.inbox().await(attempt, Set.of(), Duration.ZERO)).isEmpty();
    assertThat(afterwards).isEmpty();
  }

  @Test
  void who_is_in_it_sees_it_and_others_see_it_afterwards() throws Exception {
    var task = Samples.task();
    store.tasks().create(task);
    var outside = new ArrayList<List<Event>>();

    var inside =
        store
            .transaction()
            .in(() -> {
              append(task);
              store
                  .transaction()
                  .afterwards(() -> outside.add(store.journal().read(task.id(), 1, 10)));
              return store.journal().read(task.id(), 1, 10);
            });

    assertThat(inside).extracting(Event::body).containsExactly(SAID);
    assertThat(outside).containsExactly(inside);
  }

  @Test
  void a_part_that_failed_takes_no_numbers_with_it() {
    var task = Samples.task();
    var attempt = task.attempts().getFirst().id();
    store.tasks().create(task);
    var untrue = new EventBody.Ended(new Outcome.Canceled());
    var impossible = new EventBody.StateChanged(State.RUNNING, State.COLLECTING, Optional.empty());

    store
        .transaction()
        .in(() -> {
          assertThatThrownBy(() ->
                  store
                      .journal()
                      .append(attempt, ADA, Optional.empty(), List.of(untrue, impossible)))
              .isInstanceOf(IllegalStateException.class);
          return append(task);
        });

    assertThat(store.journal().read(task.id(), 1, 10))
        .extracting(Event::number)
        .containsExactly(2L);
  }

  @Test
  void a_transaction_within_another_is_undone_alone() {
    var task = Samples.task();
    store.tasks().create(task);
    var together = store.transaction();

    together.in(() -> {
      assertThatThrownBy(() ->
              together.in(() -> {
                append(task);
                together.afterwards(() -> afterwards.add("untrue"));
                throw new IllegalStateException("refused");
              }))
          .hasMessage("refused");
      together.afterwards(() -> afterwards.add("true"));
      return together.in(() -> append(task));
    });

    assertThat(store.journal().read(task.id(), 1, 10))
        .extracting(Event::number)
        .containsExactly(2L);
    assertThat(afterwards).containsExactly("true");
  }

  @Test
  void outside_of_one_afterwards_is_now() {
    store.transaction().afterwards(() -> afterwards.add("told"));

    assertThat(afterwards).containsExactly("told");
  }

  @Test
  void the_last_step_comes_when_it_is_kept_and_when_it_is_undone() {
    var task = Samples.task();
    store.tasks().create(task);
    var seen = new ArrayList<Integer>();
    Runnable look = () -> seen.add(store.journal().read(task.id(), 1, 10).size());

    store
        .transaction()
        .in(() -> {
          store.transaction().lastly(look);
          return append(task);
        });
    assertThatThrownBy(() ->
            store
                .transaction()
                .in(() -> {
                  store.transaction().lastly(look);
                  append(task);
                  throw new IllegalStateException("killed");
                }))
        .hasMessage("killed");
    store.transaction().lastly(look);

    assertThat(seen).containsExactly(1, 1, 1);
  }

  private List<Event> append(Task task) {
    return store
        .journal()
        .append(task.attempts().getFirst().id(), ADA, Optional.empty(), List.of(SAID));
  }
}
