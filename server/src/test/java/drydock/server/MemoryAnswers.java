package drydock.server;

import drydock.domain.port.Answers;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// First answers, in memory.
final class MemoryAnswers implements Answers {
  private record Kept(String bodyHash, Answer answer) {}

  private final Map<String, Kept> kept = new HashMap<>();

  @Override
  public synchronized Optional<Answer> once(Asked asked, Instant now, Supplier<Answer> carryOut) {
    var place = asked.actor() + "\n" + asked.key();
    var before = kept.get(place);
    if (before == null) {
      before = new Kept(asked.bodyHash(), carryOut.get());
      kept.put(place, before);
    }
    return Optional.of(before)
        .filter(found -> found.bodyHash().equals(asked.bodyHash()))
        .map(Kept::answer);
  }
}
