package drydock.api.approval;

import drydock.domain.task.Approval;
import java.time.Instant;

/// What an agent asks, and nobody has answered yet.
///
/// @param call the tool call that waits for it
/// @param kind of the tool: execute, edit, ...
/// @param subject the command, or the file
/// @param input what the tool would be given, as JSON text
/// @param until without an answer by then it is denied
public record ApprovalShown(
    String id,
    int attempt,
    String call,
    String kind,
    String subject,
    String input,
    Instant askedAt,
    Instant until) {
  public static ApprovalShown of(int attempt, Approval approval) {
    return new ApprovalShown(
        approval.id(),
        attempt,
        approval.call(),
        approval.kind(),
        approval.subject(),
        approval.input(),
        approval.askedAt(),
        approval.until());
  }
}
