package drydock.engine.runner;

import drydock.domain.port.Inbox;
import drydock.domain.port.Inbox.Message.Answer;
import drydock.domain.port.Inbox.Message.Cancel;
import drydock.domain.port.Inbox.Message.Raise;
import drydock.domain.port.Inbox.Message.Say;
import drydock.domain.task.AttemptId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// What people said to an attempt and its agent has not taken yet. A word leaves the inbox when the
/// agent has it on record, so neither a server's death nor an agent's loses one. Thread safe.
final class Words {
  private final Inbox inbox;
  private final AttemptId attempt;
  private final int turn;
  private final Set<Long> known = new HashSet<>();
  private final TreeMap<Long, Say> waiting = new TreeMap<>();
  private boolean turnOver;
  private boolean cameLate;

  /// @param id of its letter
  record Word(long id, Say say) {}

  Words(Inbox inbox, AttemptId attempt, int turn) {
    this.inbox = inbox;
    this.attempt = attempt;
    this.turn = turn;
  }

  /// Waits for letters that did not come before. The words among them wait for the agent; those
  /// that follow a cancel of this turn are for the next one.
  List<Inbox.Letter> hear(Duration atMost) throws InterruptedException {
    var letters = inbox.await(attempt, known(), atMost);
    synchronized (this) {
      for (var letter : letters) {
        known.add(letter.id());
        switch (letter.message()) {
          case Say say -> {
            waiting.put(letter.id(), say);
            cameLate |= turnOver;
          }
          case Cancel(var _, var canceled) -> turnOver |= canceled == turn;
          case Answer _, Raise _ -> {
            // They are on record; the agent's questions hear of them, and its limits.
          }
        }
      }
    }
    return letters;
  }

  /// What the agent must be told still, in the order in which it was said.
  synchronized List<Word> waiting() {
    return waiting.entrySet().stream().map(e -> new Word(e.getKey(), e.getValue())).toList();
  }

  /// The agent has these.
  void taken(Collection<Long> ids) {
    List<Long> ours;
    synchronized (this) {
      ours = ids.stream().filter(waiting::containsKey).toList();
    }
    done(ours);
    synchronized (this) {
      ours.forEach(waiting::remove);
    }
  }

  void done(Collection<Long> letters) {
    if (!letters.isEmpty()) {
      inbox.done(attempt, letters);
    }
  }

  /// What is heard from now on is for the next turn.
  synchronized void agentStopped() {
    turnOver = true;
  }

  /// Whether there is to be a next turn at once. Words that were heard in time, and whose turn
  /// failed before the agent had them, wait for one without asking for it: it might fail for ever.
  synchronized boolean askForTurn(boolean succeeded) {
    return cameLate || (succeeded && !waiting.isEmpty());
  }

  private synchronized Set<Long> known() {
    return Set.copyOf(known);
  }
}
