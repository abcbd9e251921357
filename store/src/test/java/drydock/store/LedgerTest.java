package drydock.store;

import static drydock.store.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.event.EventBody;
import drydock.domain.model.ModelName;
import drydock.domain.model.Tokens;
import drydock.domain.model.Usage;
import drydock.domain.port.Ledger.By;
import drydock.domain.port.Ledger.Question;
import drydock.domain.port.Ledger.Spent;
import drydock.domain.task.Task;
import drydock.store.postgres.Database;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("integration")
@ExtendWith(RealDatabase.class)
class LedgerTest {
  private static final ModelName MODEL = ModelName.parse("openai/m");
  private static final LocalDate SUNDAY = LocalDate.parse("2026-05-17");
  private static final LocalDate MONDAY = SUNDAY.plusDays(1);
  private static final String APP = "https://example.org/app.git";
  private static final String LIB = "https://example.org/lib.git";

  private final Database database;
  private final Store store;

  LedgerTest(Database database, Store store) {
    this.database = database;
    this.store = store;
  }

  @Test
  void sums_are_told_apart_by_what_was_asked_for() {
    var app = created(APP);
    var lib = created(LIB);
    called(app, NOON, MODEL);
    called(app, NOON, MODEL);
    called(lib, NOON.plus(Duration.ofDays(1)), MODEL);
    called(lib, NOON, ModelName.parse("openai/other"));

    assertThat(spent(Set.of(By.DAY, By.REPOSITORY)))
        .containsExactly(
            sum(Optional.of(MONDAY), Optional.of(LIB), 1),
            sum(Optional.of(SUNDAY), Optional.of(APP), 2),
            sum(Optional.of(SUNDAY), Optional.of(LIB), 1));
    assertThat(spent(Set.of())).containsExactly(sum(Optional.empty(), Optional.empty(), 4));
    assertThat(spent(Set.of(By.ACTOR, By.MODEL)))
        .containsExactly(
            new Spent(
                Optional.empty(), Optional.of("ada"), Optional.empty(), Optional.of(MODEL), of(3)),
            new Spent(
                Optional.empty(),
                Optional.of("ada"),
                Optional.empty(),
                Optional.of(ModelName.parse("openai/other")),
                of(1)));
    assertThat(store.ledger().spent(new Question(MONDAY, MONDAY, Set.of(By.DAY))))
        .containsExactly(sum(Optional.of(MONDAY), Optional.empty(), 1));
  }

  @Test
  void what_a_deleted_task_spent_stays_without_its_name() {
    var one = created(APP);
    var two = created(LIB);
    called(one, NOON, MODEL);
    called(two, NOON, MODEL);

    store.tasks().delete(one.id());
    store.tasks().delete(two.id());

    assertThat(spent(Set.of(By.REPOSITORY)))
        .containsExactly(sum(Optional.empty(), Optional.of(""), 2));
  }

  @Test
  void a_span_may_be_of_any_years() {
    called(created(APP), NOON, MODEL);

    var all = new Question(LocalDate.of(0, 1, 1), LocalDate.of(9999, 12, 31), Set.of(By.DAY));
    assertThat(store.ledger().spent(all))
        .containsExactly(sum(Optional.of(SUNDAY), Optional.empty(), 1));
  }

  private Task created(String url) {
    var task = Samples.task("Mend it.", url, NOON, 1);
    store.tasks().create(task);
    return task;
  }

  private void called(Task task, Instant at, ModelName model) {
    new Store(database, new JacksonCodec(), InstantSource.fixed(at))
        .journal()
        .append(
            Samples.first(task),
            Samples.AGENT,
            Optional.empty(),
            List.of(new EventBody.ModelCalled(model, of(1), Duration.ofMillis(10), 200)));
  }

  private List<Spent> spent(Set<By> by) {
    return store.ledger().spent(new Question(SUNDAY, MONDAY, by));
  }

  private static Spent sum(Optional<LocalDate> day, Optional<String> repository, int calls) {
    return new Spent(day, Optional.empty(), repository, Optional.empty(), of(calls));
  }

  private static Usage of(int calls) {
    return Collections.nCopies(
            calls, new Usage(1, new Tokens(100, 40, 7), new BigDecimal("0.000123")))
        .stream()
        .reduce(Usage.NONE, Usage::plus);
  }
}
