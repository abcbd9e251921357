package drydock.domain.task;

import java.time.Instant;
import java.util.Optional;

/// A request by an agent that a person is to answer.
///
/// @param id `1-3` is the third of the first attempt
/// @param call the tool call it is about, as the agent names it
/// @param kind of the tool: ACP's (execute, edit, ...)
/// @param subject what is asked for: the command, or the file
/// @param input all that the tool would be given, as JSON text
/// @param until without an answer by then it is denied
/// @param answer none = it is open
public record Approval(
    String id,
    String call,
    String kind,
    String subject,
    String input,
    Instant askedAt,
    Instant until,
    Optional<Answer> answer) {
  public record Answer(boolean allowed, String by) {}

  public boolean awaitsAnswer() {
    return answer.isEmpty();
  }

  Approval answered(Answer given) {
    return new Approval(id, call, kind, subject, input, askedAt, until, Optional.of(given));
  }
}
