package drydock.api.approval;

import java.util.Optional;

/// `POST /api/tasks/{id}/approvals/{approvalId}`.
///
/// @param remember absent = [Remember#NO]
public record ApprovalAnswer(Choice decision, Optional<Remember> remember) {
  public enum Choice {
    ALLOW,
    DENY
  }
}
