package drydock.api;

import drydock.api.approval.ApprovalShown;
import drydock.domain.Actor;
import drydock.domain.model.ModelName;
import drydock.domain.model.Usage;
import drydock.domain.task.Mode;
import drydock.domain.task.PhaseTiming;
import drydock.domain.task.Result;
import drydock.domain.task.State;
import drydock.domain.task.TaskId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A task as clients see it. `phases`, `result` and `failure` are those of the attempt that gives
/// the task its state; `usage` is that of all attempts.
///
/// @param queue where it waits and why; absent when it does not
/// @param approvals what its agents ask, and nobody has answered yet
public record TaskShown(
    TaskId id,
    State state,
    String prompt,
    Mode mode,
    Optional<RepoShown> repo,
    String agent,
    ModelName model,
    Optional<String> check,
    Actor actor,
    Instant createdAt,
    Optional<Instant> endedAt,
    Optional<Instant> archivedAt,
    Optional<QueueShown> queue,
    List<PhaseTiming> phases,
    Usage usage,
    Result result,
    Optional<FailureShown> failure,
    List<AttemptShown> attempts,
    List<ApprovalShown> approvals,
    Links links) {
  /// Absent for an empty repository.
  public record RepoShown(
      Optional<String> url, Optional<String> upload, Optional<String> file, Optional<String> ref) {}

  /// @param position counts from 1 over the whole queue
  public record QueueShown(int position, String reason) {}

  /// Absolute addresses. `page` is for people.
  public record Links(URI self, URI page, URI events, URI diff, URI files) {}
}
