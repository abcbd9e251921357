package drydock.engine.runner;

import drydock.domain.port.Inbox;
import drydock.domain.task.AttemptId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// One attempt's [Inbox] in memory; it does not wait.
final class Letterbox implements Inbox {
  private final TreeMap<Long, Message> letters = new TreeMap<>();
  private long last;

  @Override
  public synchronized void post(AttemptId attempt, Message message) {
    letters.put(++last, message);
  }

  @Override
  public synchronized List<Letter> await(AttemptId attempt, Set<Long> known, Duration atMost) {
    return letters.entrySet().stream()
        .filter(letter -> !known.contains(letter.getKey()))
        .map(letter -> new Letter(letter.getKey(), letter.getValue()))
        .toList();
  }

  @Override
  public synchronized void done(AttemptId attempt, Collection<Long> ids) {
    ids.forEach(letters::remove);
  }
}
