package drydock.server.routes;

import drydock.api.AttemptShown;
import drydock.api.FailureShown;
import drydock.api.TaskShown;
import drydock.api.approval.ApprovalShown;
import drydock.domain.model.Usage;
import drydock.domain.task.Attempt;
import drydock.domain.task.Outcome;
import drydock.domain.task.Source;
import drydock.domain.task.Task;
import drydock.engine.Workstation.Wait;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A task as clients see it. Pure.
final class TaskView {
  private TaskView() {}

  /// @param address makes a path of this server absolute
  static TaskShown of(Task task, Optional<Wait> wait, Function<String, URI> address) {
    var shown = task.leading();
    var request = task.request();
    return new TaskShown(
        task.id(),
        task.state(),
        request.prompt(),
        request.mode(),
        repo(request.source()),
        request.agent(),
        request.model(),
        request.check(),
        task.actor(),
        task.createdAt(),
        shown.endedAt(),
        task.archivedAt(),
        wait.map(w -> new TaskShown.QueueShown(w.position(), w.reason())),
        shown.phases(),
        task.attempts().stream().map(Attempt::usage).reduce(Usage.NONE, Usage::plus),
        shown.result(),
        failure(shown),
        task.attempts().stream().map(TaskView::attempt).toList(),
        task.attempts().stream().flatMap(TaskView::approvals).toList(),
        links(task, address));
  }

  static Optional<FailureShown> failure(Attempt attempt) {
    return attempt.outcome().flatMap(TaskView::failure);
  }

  private static Optional<FailureShown> failure(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed(var cause, var message, var phase, var logTail) ->
          Optional.of(new FailureShown(cause, message, phase, logTail));
      case Outcome.Succeeded _, Outcome.Canceled _ -> Optional.empty();
    };
  }

  private static Optional<TaskShown.RepoShown> repo(Source source) {
    return switch (source) {
      case Source.Git(var url, var ref) ->
          Optional.of(
              new TaskShown.RepoShown(Optional.of(url), Optional.empty(), Optional.empty(), ref));
      case Source.Upload(var upload, var ref, var file) ->
          Optional.of(new TaskShown.RepoShown(Optional.empty(), Optional.of(upload), file, ref));
      case Source.Empty _ -> Optional.empty();
    };
  }

  private static Stream<ApprovalShown> approvals(Attempt attempt) {
    return attempt.approvals().open().stream()
        .map(each -> ApprovalShown.of(attempt.id().number(), each));
  }

  private static AttemptShown attempt(Attempt attempt) {
    return new AttemptShown(
        attempt.id().number(),
        attempt.state(),
        attempt.turn(),
        attempt.queuedAt(),
        attempt.endedAt(),
        attempt.baseCommit(),
        attempt.phases(),
        attempt.usage(),
        attempt.result(),
        failure(attempt));
  }

  private static TaskShown.Links links(Task task, Function<String, URI> address) {
    var self = "/api/tasks/" + task.id();
    return new TaskShown.Links(
        address.apply(self),
        address.apply("/tasks/" + task.id()),
        address.apply(self + "/events"),
        address.apply(self + "/diff.patch"),
        address.apply(self + "/files"));
  }
}
