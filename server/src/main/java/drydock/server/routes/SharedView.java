package drydock.server.routes;

import drydock.api.FailureShown;
import drydock.api.SharedTask;
import drydock.domain.port.Shares.Share;
import drydock.domain.secret.Redactor;
import drydock.domain.secret.Redactor.Kind;
import drydock.domain.task.CheckResult;
import drydock.domain.task.PhaseTiming;
import drydock.domain.task.Result;
import drydock.domain.task.Task;
import java.util.List;

/// A task as strangers see it: redacted. Pure.
record SharedView(Redactor redactor) {
  /// @param files the names that the share shows
  SharedTask of(Task task, Share share, List<String> files) {
    var shown = task.leading();
    return new SharedTask(
        task.id(),
        task.state(),
        prose(task.request().prompt()),
        task.request().mode(),
        task.createdAt(),
        shown.endedAt(),
        shown.phases().stream().map(this::phase).toList(),
        result(shown.result()),
        TaskView.failure(shown).map(FailureShown::message).map(this::prose),
        TaskView.failure(shown).map(FailureShown::phase),
        share.expiresAt(),
        files);
  }

  String prose(String text) {
    return redactor.redact(text, Kind.PROSE);
  }

  private PhaseTiming phase(PhaseTiming phase) {
    return new PhaseTiming(
        phase.phase(), phase.startedAt(), phase.took(), phase.note().map(this::prose));
  }

  private Result result(Result result) {
    return new Result(
        result.explanation().map(this::prose),
        result.diffStat(),
        result.check().map(this::check),
        result.artifacts());
  }

  private CheckResult check(CheckResult check) {
    return new CheckResult(
        check.status(), prose(check.command()), check.exitStatus(), check.took());
  }
}
