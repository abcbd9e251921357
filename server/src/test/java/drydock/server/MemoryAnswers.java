package drydock.server;

import drydock.domain.port.Answers;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// First answers, in memory.
final class MemoryAnswers implements Answers {
  private record Slot(String bodyHash, Optional<Answer> answer) {}

  private final Map<String, Slot> slots = new HashMap<>();

  @Override
  public synchronized Reservation reserve(String actor, String key, String bodyHash, Instant now) {
    var slot = slots.putIfAbsent(actor + "\n" + key, new Slot(bodyHash, Optional.empty()));
    if (slot == null) {
      return new Reservation.Fresh();
    }
    return slot.bodyHash().equals(bodyHash)
        ? new Reservation.Known(slot.answer())
        : new Reservation.Conflict();
  }

  @Override
  public synchronized void keep(String actor, Answer answer) {
    slots.put(actor + "\n" + answer.key(), new Slot(answer.bodyHash(), Optional.of(answer)));
  }

  @Override
  public synchronized void forget(String actor, String key) {
    slots.remove(actor + "\n" + key);
  }
}
