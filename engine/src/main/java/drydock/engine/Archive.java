package drydock.engine;

import drydock.domain.Actor;
import drydock.domain.RefusedException;
import drydock.domain.RefusedException.Code;
import drydock.domain.event.EventBody;
import drydock.domain.port.Journal;
import drydock.domain.port.Tasks;
import drydock.domain.task.AttemptId;
import drydock.domain.task.Task;
import drydock.domain.task.TaskId;
import java.util.List;
import java.util.Optional;

/// Ended tasks that somebody put away, out of the list. What becomes of their files does not change
/// by it. Thread safe.
record Archive(Tasks tasks, Journal journal) {
  /// In a transaction. Of one that is where it is to be: nothing happens.
  ///
  /// @param away or back into the list
  void move(Actor actor, Task task, boolean away) {
    if (away == task.archivedAt().isPresent()) {
      return;
    }
    if (!away) {
      tell(actor, task.id(), new EventBody.Unarchived());
      return;
    }
    tell(actor, task.id(), new EventBody.Archived());
    // Nobody else writes to the task between the event and the commit: this is its state.
    if (tasks.find(task.id()).filter(now -> now.state().isEnded()).isEmpty()) {
      throw new RefusedException(
          Code.CONFLICT, task.id() + " has not ended: cancel it first, or wait for its end");
    }
  }

  private void tell(Actor actor, TaskId task, EventBody body) {
    journal.append(new AttemptId(task, 1), actor, Optional.empty(), List.of(body));
  }
}
