package drydock.store;

import static drydock.store.Samples.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.port.Inbox.Letter;
import drydock.domain.port.Inbox.Message;
import drydock.domain.task.AttemptId;
import drydock.domain.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("integration")
@ExtendWith(RealDatabase.class)
class InboxTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final Store store;
  private final Task task = Samples.task();
  private final AttemptId attempt = first(task);

  InboxTest(Store store) {
    this.store = store;
  }

  @BeforeEach
  void create() {
    store.tasks().create(task);
  }

  @Test
  void letters_come_in_order_and_stay_until_they_are_done() throws Exception {
    var say = new Message.Say("Look at \0 line 3", List.of("u_1"));
    store.inbox().post(attempt, say);
    store.inbox().post(attempt, new Message.Cancel("ada", 1));

    var letters = store.inbox().await(attempt, Set.of(), LONG);
    assertThat(letters)
        .extracting(Letter::message)
        .containsExactly(
            new Message.Say("Look at \uFFFD line 3", List.of("u_1")), new Message.Cancel("ada", 1));
    assertThat(store.inbox().await(attempt, Set.of(), Duration.ZERO)).isEqualTo(letters);

    store.inbox().done(attempt, List.of(letters.getFirst().id()));
    assertThat(store.inbox().await(attempt, Set.of(), Duration.ZERO))
        .containsExactly(letters.getLast());
  }

  @Test
  void who_waits_is_woken_by_what_is_not_known_yet() throws Exception {
    store.inbox().post(attempt, new Message.Say("known", List.of()));
    var known =
        store.inbox().await(attempt, Set.of(), LONG).stream()
            .map(Letter::id)
            .collect(Collectors.toSet());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var listener = threads.submit(() -> store.inbox().await(attempt, known, LONG));
      store.inbox().post(attempt, new Message.Cancel("ada", 1));
      assertThat(listener.get())
          .extracting(Letter::message)
          .containsExactly(new Message.Cancel("ada", 1));
    }
  }

  @Test
  void one_attempt_cannot_do_anothers_letters() throws Exception {
    var other = Samples.task();
    store.tasks().create(other);
    store.inbox().post(attempt, new Message.Cancel("ada", 1));
    var letters = store.inbox().await(attempt, Set.of(), LONG);

    store.inbox().done(first(other), letters.stream().map(Letter::id).toList());

    assertThat(store.inbox().await(attempt, Set.of(), Duration.ZERO)).isEqualTo(letters);
  }

  @Test
  void nobody_can_write_to_an_attempt_that_is_not_there() {
    assertThatThrownBy(() ->
            store.inbox().post(new AttemptId(attempt.task(), 2), new Message.Cancel("ada", 1)))
        .isInstanceOf(NoSuchElementException.class);
  }
}
