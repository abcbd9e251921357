package drydock.store;

import static drydock.store.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.port.Answers.Answer;
import drydock.domain.port.Answers.Asked;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("integration")
@ExtendWith(RealDatabase.class)
class AnswersTest {
  private static final Asked ASKED = new Asked("ada", "k", "hash");

  private final Store store;
  private final AtomicInteger carriedOut = new AtomicInteger();

  AnswersTest(Store store) {
    this.store = store;
  }

  @Test
  void a_repeated_request_gets_the_first_answer() {
    var first = once(ASKED, NOON);

    assertThat(first).contains(new Answer(202, "/api/tasks/1", "{}"));
    assertThat(once(ASKED, NOON)).isEqualTo(first);
    assertThat(carriedOut).hasValue(1);
  }

  @Test
  void a_key_is_of_one_request_and_one_actor() {
    once(ASKED, NOON);

    assertThat(once(new Asked("ada", "k", "hash2"), NOON)).isEmpty();
    assertThat(once(new Asked("bob", "k", "hash2"), NOON))
        .contains(new Answer(202, "/api/tasks/2", "{}"));
  }

  @Test
  void a_request_that_failed_leaves_nothing_and_may_be_sent_again() {
    var task = Samples.task();

    assertThatThrownBy(() ->
            store
                .answers()
                .once(
                    ASKED,
                    NOON,
                    () -> {
                      store.tasks().create(task);
                      throw new IllegalStateException("the server dies here");
                    }))
        .hasMessage("the server dies here");

    assertThat(store.tasks().find(task.id())).isEmpty();
    assertThat(once(ASKED, NOON)).isPresent();
  }

  @Test
  void a_key_is_free_again_after_a_week() {
    once(ASKED, NOON);

    once(ASKED, NOON.plus(AnswerStore.KEPT).plusSeconds(1));

    assertThat(carriedOut).hasValue(2);
  }

  @Test
  void of_many_requests_at_once_one_is_carried_out() throws Exception {
    var work = Collections.<Callable<Optional<Answer>>>nCopies(20, () -> once(ASKED, NOON));
    var answers = new HashSet<Optional<Answer>>();

    try (var threads = Executors.newFixedThreadPool(20)) {
      for (var answer : threads.invokeAll(work)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).containsExactly(Optional.of(new Answer(202, "/api/tasks/1", "{}")));
  }

  @Test
  void answers_that_name_a_task_go_with_it() {
    var task = Samples.task();
    store.tasks().create(task);
    store.answers().once(ASKED, NOON, () -> new Answer(202, "/api/tasks/" + task.id(), "{}"));
    var other = new Asked("ada", "other", "hash");
    var kept = once(other, NOON);

    store.tasks().delete(task.id());

    assertThat(once(ASKED, NOON)).contains(new Answer(202, "/api/tasks/2", "{}"));
    assertThat(once(other, NOON)).isEqualTo(kept);
  }

  private Optional<Answer> once(Asked asked, Instant now) {
    return store
        .answers()
        .once(
            asked, now, () -> new Answer(202, "/api/tasks/" + carriedOut.incrementAndGet(), "{}"));
  }
}
