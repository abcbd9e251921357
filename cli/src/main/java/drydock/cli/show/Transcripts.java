package drydock.cli.show;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The events of a task as lines to read, each attempt's for itself: where there are several, each
/// line says whose it is.
public final class Transcripts {
  private final Map<Integer, Transcript> attempts = new HashMap<>();
  private boolean several;

  /// @param event in the flat form of the API: envelope, `type` and the type's own fields
  public List<Line> lines(JsonNode event) {
    var attempt = event.path("attempt").asInt();
    several |= attempt > 1 || event.path("request").path("attempts").asInt() > 1;
    var lines = attempts.computeIfAbsent(attempt, _ -> new Transcript()).lines(event);
    return several ? lines.stream().map(line -> line.by(attempt)).toList() : lines;
  }

  /// What the agent said last, as one text; nothing if there were several who spoke.
  public String lastWords() {
    return attempts.size() == 1 ? attempts.values().iterator().next().lastWords() : "";
  }
}
