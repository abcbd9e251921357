package drydock.store;

import static drydock.store.Samples.AGENT;
import static drydock.store.Samples.NOON;
import static drydock.store.Samples.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.event.EventBody;
import drydock.domain.task.Task;
import drydock.store.column.Json;
import drydock.store.postgres.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// An append is run again by whoever got no answer to it.
@Tag("integration")
@ExtendWith(RealDatabase.class)
class AppendTest {
  private final Store store;
  private final Transactions transactions;
  private final Task task = Samples.task();

  AppendTest(Database database) {
    this.store = new Store(database, new JacksonCodec(), InstantSource.system());
    this.transactions = new Transactions(database);
  }

  @BeforeEach
  void create() {
    store.tasks().create(task);
  }

  private Append append(String text) {
    var json = new Json(new JacksonCodec());
    var rows = new EventRows(json);
    List<EventBody> bodies = List.of(new EventBody.AgentSaid(text));
    return new Append(
        new Appending(json, rows),
        rows,
        new Append.Said(first(task), AGENT, Optional.empty(), NOON, bodies));
  }

  @Test
  void what_was_committed_without_an_answer_is_not_appended_again() {
    var append = append("once");
    var committed = transactions.run(append);
    transactions.run(append("the same moment, other words"));

    assertThat(transactions.run(append)).isEqualTo(committed);
    assertThat(store.journal().read(task.id(), 1, 10)).hasSize(2);
  }

  @Test
  void what_was_lost_before_the_commit_is_appended_though_its_number_was_given_away() {
    var append = append("late");
    assertThatThrownBy(() ->
            transactions.run(handle -> {
              append.in(handle);
              throw new IllegalStateException("the connection breaks here");
            }))
        .hasMessage("the connection breaks here");
    transactions.run(append("early"));

    transactions.run(append);

    assertThat(store.journal().read(task.id(), 1, 10))
        .extracting(event -> event.number() + " " + event.body())
        .containsExactly("2 AgentSaid[text=early]", "3 AgentSaid[text=late]");
  }
}
