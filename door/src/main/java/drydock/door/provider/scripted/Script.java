package drydock.door.provider.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.door.dialect.Counted;
import drydock.door.dialect.Entry;
import drydock.door.dialect.Json;
import drydock.door.dialect.Reply;
import drydock.door.dialect.ReplyJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A recording: what is answered, turn by turn.
record Script(List<Turn> turns) {
  Script {
    turns = List.copyOf(turns);
  }

  /// @param counted none = guessed when it is played
  /// @param expects what a tool must have said before; none = nothing
  /// @param again whether it is played again when one of its tools was interrupted
  record Turn(
      Reply reply,
      Optional<Counted> counted,
      Duration delay,
      Optional<String> expects,
      boolean again,
      List<Fault> faults) {
    Turn {
      faults = List.copyOf(faults);
    }

    /// Whether it was recorded on the repository that this history is about.
    boolean fits(List<Entry> history) {
      return expects.isEmpty()
          || history.stream()
              .filter(entry -> entry.speaker() == Entry.Speaker.TOOL)
              .anyMatch(entry -> entry.text().contains(expects.get()));
    }
  }

  /// What goes wrong before the reply.
  sealed interface Fault {
    /// An error of the provider; a body of its own or the usual one.
    record Status(int status, Optional<String> retryAfter, Optional<JsonNode> body)
        implements Fault {}

    /// The answer begins and breaks off.
    record Cut() implements Fault {}

    /// No answer at all.
    record Hang() implements Fault {}
  }

  /// @throws IOException if it cannot be read
  /// @throws IllegalArgumentException if a line is wrong, with its number
  static Script read(Path file) throws IOException {
    var turns = new ArrayList<Turn>();
    var number = 0;
    for (var line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      try {
        turns.add(turn(Json.parse(line)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            file.getFileName() + " line " + number + ": " + e.getMessage(), e);
      }
    }
    return new Script(turns);
  }

  /// The number of the turn that goes on with this history.
  int next(List<Entry> history) {
    var next = 0;
    var answering = false;
    var again = false;
    for (var entry : history) {
      var isAnswer = entry.speaker() == Entry.Speaker.ASSISTANT;
      if (isAnswer && !answering) {
        next += again ? 0 : 1;
        again = false;
      }
      again |=
          isInterrupted(entry) && next > 0 && next <= turns.size() && turns.get(next - 1).again;
      answering = isAnswer;
    }
    return again ? next - 1 : next;
  }

  /// As our agent says it of a tool that ran when it was cut off.
  private static boolean isInterrupted(Entry entry) {
    return entry.speaker() == Entry.Speaker.TOOL && entry.text().startsWith("interrupted:");
  }

  private static Turn turn(JsonNode line) {
    if (!line.path("reply").isObject()) {
      throw new IllegalArgumentException("a JSON object with a 'reply' is expected");
    }
    var faults = new ArrayList<Fault>();
    line.path("faults").forEach(fault -> faults.add(fault(fault)));
    return new Turn(
        ReplyJson.read(line.path("reply")),
        line.has("usage")
            ? Optional.of(ReplyJson.readCounted(line.path("usage")))
            : Optional.empty(),
        Duration.ofMillis(line.path("delayMs").asLong()),
        Optional.of(line.path("expects").asText("")).filter(text -> !text.isEmpty()),
        line.path("again").asBoolean(),
        faults);
  }

  private static Fault fault(JsonNode fault) {
    if (fault.path("cut").asBoolean()) {
      return new Fault.Cut();
    }
    if (fault.path("hang").asBoolean()) {
      return new Fault.Hang();
    }
    if (!fault.path("status").isInt()) {
      throw new IllegalArgumentException("a fault is a 'status', a 'cut' or a 'hang'");
    }
    return new Fault.Status(
        fault.path("status").asInt(),
        Optional.of(fault.path("retryAfter").asText("")).filter(t -> !t.isEmpty()),
        fault.has("body") ? Optional.of(fault.path("body")) : Optional.empty());
  }
}
