package drydock.store;

import static drydock.store.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.RefusedException;
import drydock.domain.port.Repositories;
import drydock.domain.port.Repositories.Repository;
import drydock.domain.task.Source;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The repositories that are known.
@Tag("integration")
@ExtendWith(RealDatabase.class)
class RepositoriesTest {
  private static final String ONE = "https://h/one.git";
  private static final String TWO = "https://h/two.git";
  private final Store store;
  private final Repositories known;

  RepositoriesTest(Store store) {
    this.store = store;
    this.known = store.repositories();
  }

  @Test
  void a_task_makes_its_repository_known_and_counts() {
    store.tasks().create(Samples.task("a", ONE, NOON, 1));
    store.tasks().create(Samples.task("b", TWO, NOON.plusSeconds(1), 1));
    var last = Samples.task("c", ONE, NOON.plusSeconds(2), 1);
    store.tasks().create(last);
    store.tasks().create(Samples.task(new Source.Upload("u_1", Optional.empty()), List.of()));

    assertThat(known.list(10, Optional.empty()).repositories())
        .containsExactly(
            new Repository(ONE, NOON.plusSeconds(2), 2, Optional.empty()),
            new Repository(TWO, NOON.plusSeconds(1), 1, Optional.empty()));

    store.tasks().delete(last.id());
    assertThat(known.find(Repositories.idOf(ONE))).map(Repository::tasks).contains(1);
  }

  @Test
  void one_may_be_known_before_its_first_task_and_is_forgotten_without_its_tasks() {
    known.use(ONE, NOON);
    known.use(ONE, NOON.minusSeconds(5));
    var id = Repositories.idOf(ONE);
    known.defaultBranch(id, "main");
    known.defaultBranch("g_0000000000000000", "main");
    assertThat(known.find(id)).contains(new Repository(ONE, NOON, 0, Optional.of("main")));

    var task = Samples.task("a", ONE, NOON, 1);
    store.tasks().create(task);
    assertThat(known.forget(id)).isTrue();
    assertThat(known.forget(id)).isFalse();
    assertThat(known.find(id)).isEmpty();
    assertThat(store.tasks().find(task.id())).contains(task);
  }

  @Test
  void pages_go_on_where_the_last_ended_also_at_one_moment() {
    var urls =
        List.of("https://h/1", "https://h/2", "https://h/3", "https://h/" + "x".repeat(2000));
    urls.forEach(url -> known.use(url, NOON));

    var first = known.list(3, Optional.empty());
    var second = known.list(3, first.next());

    assertThat(first.repositories()).hasSize(3);
    assertThat(second.repositories()).hasSize(1).doesNotContainAnyElementsOf(first.repositories());
    assertThat(second.next()).isEmpty();
    assertThatThrownBy(() -> known.list(3, Optional.of("12.20260517_3k9x0q7hzt")))
        .isInstanceOf(RefusedException.class);
  }
}
