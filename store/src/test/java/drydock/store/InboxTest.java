package drydock.store;

import static drydock.store.Samples.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.port.Inbox.Message;
import drydock.domain.task.AttemptId;
import drydock.domain.task.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("integration")
@ExtendWith(RealDatabase.class)
class InboxTest {
  private static final int POSTED = 100;
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
  void messages_come_once_and_in_order() throws Exception {
    var say = new Message.Say("Look at \0 line 3", List.of("u_1"));
    store.inbox().post(attempt, say);
    store.inbox().post(attempt, new Message.Cancel("ada", 1));

    assertThat(store.inbox().take(attempt, LONG))
        .containsExactly(
            new Message.Say("Look at \uFFFD line 3", List.of("u_1")), new Message.Cancel("ada", 1));
    assertThat(store.inbox().take(attempt, Duration.ZERO)).isEmpty();
  }

  @Test
  void who_waits_is_woken() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var taker = threads.submit(() -> store.inbox().take(attempt, LONG));
      store.inbox().post(attempt, new Message.Cancel("ada", 1));
      assertThat(taker.get()).containsExactly(new Message.Cancel("ada", 1));
    }
  }

  @Test
  void of_many_takers_one_gets_each_message() throws Exception {
    var posted =
        IntStream.range(0, POSTED)
            .<Message>mapToObj(i -> new Message.Say("m" + i, List.of()))
            .toList();
    var taken = new ArrayList<Message>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var takers = new ArrayList<Callable<List<Message>>>();
      for (var i = 0; i < 8; i++) {
        takers.add(this::takeAll);
      }
      var running = takers.stream().map(threads::submit).toList();
      posted.forEach(message -> store.inbox().post(attempt, message));
      for (var taker : running) {
        taken.addAll(taker.get());
      }
    }

    assertThat(taken).containsExactlyInAnyOrderElementsOf(posted);
  }

  private List<Message> takeAll() throws InterruptedException {
    var all = new ArrayList<Message>();
    while (true) {
      var some = store.inbox().take(attempt, Duration.ofMillis(500));
      if (some.isEmpty() || all.size() > POSTED) {
        return all;
      }
      all.addAll(some);
    }
  }

  @Test
  void nobody_can_write_to_an_attempt_that_is_not_there() {
    assertThatThrownBy(() ->
            store.inbox().post(new AttemptId(attempt.task(), 2), new Message.Cancel("ada", 1)))
        .isInstanceOf(NoSuchElementException.class);
  }
}
