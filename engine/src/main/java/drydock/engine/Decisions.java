package drydock.engine;

import drydock.domain.Actor;
import drydock.domain.RefusedException;
import drydock.domain.RefusedException.Code;
import drydock.domain.event.EventBody;
import drydock.domain.port.Inbox;
import drydock.domain.port.Journal;
import drydock.domain.port.Rules;
import drydock.domain.port.Rules.Rule;
import drydock.domain.secret.Masking;
import drydock.domain.task.Approval;
import drydock.domain.task.Attempt;
import drydock.domain.task.AttemptId;
import drydock.domain.task.Task;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// People's answers to what agents ask. Thread safe.
final class Decisions {
  /// The attempt's number, and the question's.
  private static final Pattern ID = Pattern.compile("([1-9]\\d{0,2})-([1-9]\\d{0,8})");

  private final Journal journal;
  private final Inbox inbox;
  private final Rules rules;
  private final InstantSource clock;

  Decisions(Journal journal, Inbox inbox, Rules rules, InstantSource clock) {
    this.journal = journal;
    this.inbox = inbox;
    this.rules = rules;
    this.clock = clock;
  }

  /// In a transaction: of several who answer at once only the first is heard.
  void answer(Actor actor, Task task, String id, Decision decision) {
    var attempt = attempt(task, id);
    var approval =
        attempt.approvals().open().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(() -> tooLate(id));
    if (decision.remember()) {
      remember(actor, task, approval, decision.allow());
    }
    append(attempt.id(), actor, id, decision);
    inbox.post(attempt.id(), new Inbox.Message.Answer(id, decision.allow(), actor.name()));
  }

  private static Attempt attempt(Task task, String id) {
    var parts = ID.matcher(id);
    if (parts.matches()) {
      var number = Integer.parseInt(parts.group(1));
      if (number <= task.attempts().size()
          && Integer.parseInt(parts.group(2)) <= task.attempt(number).approvals().asked()) {
        return task.attempt(number);
      }
    }
    throw new RefusedException(Code.NOT_FOUND, task.id() + " never asked for an approval " + id);
  }

  private void append(AttemptId attempt, Actor actor, String id, Decision decision) {
    try {
      journal.append(
          attempt,
          actor,
          Optional.empty(),
          List.of(
              new EventBody.ApprovalAnswered(
                  id, decision.allow(), decision.remember(), Optional.empty())));
    } catch (IllegalStateException _) {
      throw tooLate(id);
    }
  }

  private void remember(Actor actor, Task task, Approval approval, boolean allowed) {
    var repository = task.request().source().name();
    if (repository.isEmpty()) {
      throw new RefusedException(
          Code.BAD_REQUEST, "the task has no repository to remember it for: answer without that");
    }
    if (approval.subject().contains(Masking.MASK)) {
      // The secret itself is not kept: the next one that asks would not be known again.
      throw new RefusedException(
          Code.BAD_REQUEST,
          "what it asks holds a secret, which is not remembered: answer without that");
    }
    rules.put(
        new Rule(
            repository,
            approval.kind(),
            approval.subject(),
            allowed,
            actor.name(),
            clock.instant()));
  }

  private static RefusedException tooLate(String id) {
    return new RefusedException(
        Code.CONFLICT,
        "the approval "
            + id
            + " is not open: somebody answered, its time is over, or the agent no longer asks");
  }
}
