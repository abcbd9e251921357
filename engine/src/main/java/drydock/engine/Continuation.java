package drydock.engine;

import drydock.domain.Actor;
import drydock.domain.RefusedException;
import drydock.domain.RefusedException.Code;
import drydock.domain.event.EventBody;
import drydock.domain.port.Inbox;
import drydock.domain.port.Journal;
import drydock.domain.task.Attempt;
import drydock.domain.task.Cause;
import drydock.domain.task.Outcome;
import drydock.domain.task.State;
import drydock.domain.task.Task;
import java.util.List;
import java.util.Optional;

/// Gives more to a task: to one that has not ended, at once; with one that one of its limits
/// stopped it goes on from where it was, in a next turn that may use more. Thread safe.
final class Continuation {
  private static final String WORDS =
      "You were stopped by a limit of time or budget. There is more of it now: go on with the task from where you were.";

  private final Inbox inbox;
  private final Journal journal;
  private final Drafts drafts;

  Continuation(Inbox inbox, Journal journal, Drafts drafts) {
    this.inbox = inbox;
    this.journal = journal;
    this.drafts = drafts;
  }

  /// In a transaction: of several who ask at once only the first is heard.
  void of(Actor actor, Task task, Allowance more) {
    var open = task.attempts().stream().filter(attempt -> !attempt.state().isEnded()).toList();
    if (open.isEmpty()) {
      goOn(actor, task, more);
    }
    open.forEach(attempt -> raise(actor, task, attempt, more));
  }

  private void raise(Actor actor, Task task, Attempt attempt, Allowance more) {
    var now = attempt.budget(task.request());
    var raised = Drafts.raised(now, more);
    try {
      append(attempt, actor, List.of(new EventBody.BudgetRaised(raised, Optional.of(now))));
    } catch (IllegalStateException _) {
      throw new RefusedException(
          Code.CONFLICT,
          attempt.id() + " ended or was given more this very moment: look at it, and ask again");
    }
    inbox.post(attempt.id(), new Inbox.Message.Raise(raised, attempt.turn()));
  }

  private void append(Attempt attempt, Actor actor, List<EventBody> bodies) {
    journal.append(attempt.id(), actor, Optional.empty(), bodies);
  }

  private void goOn(Actor actor, Task task, Allowance more) {
    var attempt = task.leading();
    if (!isStoppedByLimit(attempt)) {
      throw refused(task);
    }
    var budget = drafts.more(task.request(), more).beyond(attempt.usage());
    try {
      append(
          attempt,
          actor,
          List.of(
              new EventBody.BudgetRaised(budget, Optional.empty()),
              new EventBody.UserSaid(WORDS, List.of()),
              new EventBody.StateChanged(
                  State.FAILED, State.QUEUED, Optional.of("it may use more now"))));
    } catch (IllegalStateException _) {
      throw refused(task);
    }
    inbox.post(attempt.id(), new Inbox.Message.Say(WORDS, List.of()));
  }

  private static boolean isStoppedByLimit(Attempt attempt) {
    return attempt.outcome().orElse(null) instanceof Outcome.Failed(var cause, _, _, _)
        && (cause == Cause.TIMEOUT || cause == Cause.BUDGET);
  }

  private static RefusedException refused(Task task) {
    return new RefusedException(
        Code.CONFLICT,
        task.id()
            + " was not stopped by its time or budget: say something to it to go on, or retry it");
  }
}
