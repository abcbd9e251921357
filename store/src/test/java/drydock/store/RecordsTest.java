package drydock.store;

import static drydock.store.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.port.Answers.Answer;
import drydock.domain.port.Answers.Reservation;
import drydock.domain.port.Shares.Part;
import drydock.domain.port.Shares.Share;
import drydock.domain.port.Uploads.Upload;
import drydock.domain.task.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The small ports: shares, uploads, first answers.
@Tag("integration")
@ExtendWith(RealDatabase.class)
class RecordsTest {
  private static final Answer ANSWER = new Answer("k", "hash", 202, "/api/tasks/1", "{}");

  private final Store store;

  RecordsTest(Store store) {
    this.store = store;
  }

  @Test
  void a_share_is_found_by_its_token_until_it_expires() {
    var task = Samples.task();
    store.tasks().create(task);
    var share =
        new Share(
            "s1", task.id(), "hash", NOON, NOON.plusSeconds(60), Set.of(Part.LOGS, Part.PROMPTS));
    var bare =
        new Share("s2", task.id(), "hash2", NOON.plusSeconds(1), NOON.plusSeconds(60), Set.of());
    store.shares().add(share);
    store.shares().add(bare);

    assertThat(store.shares().find("hash", NOON)).contains(share);
    assertThat(store.shares().find("hash", NOON.plusSeconds(60))).isEmpty();
    assertThat(store.shares().find("other", NOON)).isEmpty();
    assertThat(store.shares().of(task.id())).containsExactly(share, bare);
  }

  @Test
  void a_revoked_share_is_gone() {
    var task = Samples.task();
    store.tasks().create(task);
    store.shares().add(new Share("s1", task.id(), "hash", NOON, NOON.plusSeconds(60), Set.of()));

    assertThat(store.shares().revoke("s1")).isTrue();

    assertThat(store.shares().revoke("s1")).isFalse();
    assertThat(store.shares().find("hash", NOON)).isEmpty();
  }

  @Test
  void the_same_bytes_are_one_upload() {
    var upload = new Upload("u_abc", "app\0.zip", 12, NOON);

    store.uploads().add(upload);
    store.uploads().add(new Upload("u_abc", "other.zip", 12, NOON.plusSeconds(1)));

    assertThat(store.uploads().find("u_abc"))
        .contains(new Upload("u_abc", "app\uFFFD.zip", 12, NOON));
    assertThat(store.uploads().find("u_abd")).isEmpty();
  }

  @Test
  void an_upload_goes_with_the_last_task_that_was_created_with_it() {
    store.uploads().add(new Upload("u_abc", "app.zip", 12, NOON));
    var from = Samples.task(new Source.Upload("u_abc", Optional.empty()), List.of());
    var attached = Samples.task(new Source.Empty(), List.of("u_x", "u_abc"));
    store.tasks().create(from);
    store.tasks().create(attached);

    for (var task : List.of(from, attached)) {
      assertThat(store.uploads().removeUnused("u_abc")).isFalse();
      store.tasks().delete(task.id());
    }

    assertThat(store.uploads().removeUnused("u_abc")).isTrue();
    assertThat(store.uploads().find("u_abc")).isEmpty();
    assertThat(store.uploads().removeUnused("u_abc")).isFalse();
  }

  @Test
  void answers_that_name_a_task_go_with_it() {
    var task = Samples.task();
    store.tasks().create(task);
    store.answers().reserve("ada", "k", "hash", NOON);
    store.answers().keep("ada", new Answer("k", "hash", 202, "/api/tasks/" + task.id(), "{}"));
    store.answers().reserve("ada", "other", "hash", NOON);
    store.answers().keep("ada", new Answer("other", "hash", 202, "/api/tasks/1", "{}"));

    store.tasks().delete(task.id());

    assertThat(store.answers().reserve("ada", "k", "hash", NOON))
        .isEqualTo(new Reservation.Fresh());
    assertThat(store.answers().reserve("ada", "other", "hash", NOON))
        .isInstanceOf(Reservation.Known.class);
  }

  @Test
  void a_repeated_request_gets_the_first_answer() {
    assertThat(store.answers().reserve("ada", "k", "hash", NOON))
        .isEqualTo(new Reservation.Fresh());
    assertThat(store.answers().reserve("ada", "k", "hash", NOON))
        .isEqualTo(new Reservation.Known(Optional.empty()));

    store.answers().keep("ada", ANSWER);

    assertThat(store.answers().reserve("ada", "k", "hash", NOON))
        .isEqualTo(new Reservation.Known(Optional.of(ANSWER)));
    assertThat(store.answers().reserve("ada", "k", "hash2", NOON))
        .isEqualTo(new Reservation.Conflict());
    assertThat(store.answers().reserve("bob", "k", "hash2", NOON))
        .isEqualTo(new Reservation.Fresh());
  }

  @Test
  void a_request_that_failed_may_be_sent_again() {
    assertThat(store.answers().reserve("ada", "k", "hash", NOON))
        .isEqualTo(new Reservation.Fresh());

    store.answers().forget("ada", "k");

    assertThat(store.answers().reserve("ada", "k", "hash", NOON))
        .isEqualTo(new Reservation.Fresh());
  }

  @Test
  void a_key_is_free_again_after_a_week() {
    assertThat(store.answers().reserve("ada", "k", "hash", NOON))
        .isEqualTo(new Reservation.Fresh());
    store.answers().keep("ada", ANSWER);

    var aWeekLater = NOON.plus(AnswerStore.KEPT).plusSeconds(1);

    assertThat(store.answers().reserve("ada", "k", "hash2", aWeekLater))
        .isEqualTo(new Reservation.Fresh());
  }

  @Test
  void of_many_requests_at_once_one_reserves() throws Exception {
    var work =
        Collections.<Callable<Reservation>>nCopies(
            20, () -> store.answers().reserve("ada", "k", "hash", NOON));
    var all = new ArrayList<Reservation>();

    try (var threads = Executors.newFixedThreadPool(20)) {
      for (var answer : threads.invokeAll(work)) {
        all.add(answer.get());
      }
    }

    assertThat(all).filteredOn(Reservation.Fresh.class::isInstance).hasSize(1);
    assertThat(all).filteredOn(Reservation.Known.class::isInstance).hasSize(19);
  }
}
