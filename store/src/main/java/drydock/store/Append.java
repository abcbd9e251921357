package drydock.store;

import drydock.domain.Actor;
import drydock.domain.event.Event;
import drydock.domain.event.EventBody;
import drydock.domain.port.Lease;
import drydock.domain.task.AttemptId;
import drydock.store.Appending.Appended;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// One append, to be run again if the database went away before it answered: what was committed all
/// the same is found by its numbers, and not appended twice. Not thread safe.
final class Append implements Transactions.Work<Appended> {
  /// What is said: by whom, of which attempt, when.
  record Said(
      AttemptId attempt, Actor actor, Optional<Lease> lease, Instant at, List<EventBody> bodies) {}

  private final Appending appending;
  private final EventRows rows;
  private final Said said;
  private @Nullable Appended unanswered;

  Append(Appending appending, EventRows rows, Said said) {
    this.appending = appending;
    this.rows = rows;
    this.said = said;
  }

  @Override
  public Appended in(Handle handle) {
    var before = unanswered;
    if (before != null && wasKept(handle, before.events())) {
      return before;
    }
    // Whatever breaks from here on until the commit is undone by the database.
    unanswered = null;
    var appended = appending.append(handle, said);
    unanswered = appended;
    return appended;
  }

  /// The lost transaction may be ending still: its lock is waited for.
  private boolean wasKept(Handle handle, List<Event> events) {
    appending.lock(handle, said.attempt().task());
    var first = events.getFirst().number();
    return rows.read(handle, said.attempt().task(), first - 1, events.size()).equals(events);
  }
}
