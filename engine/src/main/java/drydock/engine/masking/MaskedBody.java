package drydock.engine.masking;

import drydock.domain.event.EventBody;
import drydock.domain.event.EventBody.AgentSaid;
import drydock.domain.event.EventBody.AgentStopped;
import drydock.domain.event.EventBody.AgentThought;
import drydock.domain.event.EventBody.ApprovalAnswered;
import drydock.domain.event.EventBody.ApprovalAsked;
import drydock.domain.event.EventBody.Archived;
import drydock.domain.event.EventBody.ArtifactsKept;
import drydock.domain.event.EventBody.BudgetRaised;
import drydock.domain.event.EventBody.CancelRequested;
import drydock.domain.event.EventBody.Checked;
import drydock.domain.event.EventBody.CheckedOut;
import drydock.domain.event.EventBody.DiffTaken;
import drydock.domain.event.EventBody.Ended;
import drydock.domain.event.EventBody.Explained;
import drydock.domain.event.EventBody.ModelCalled;
import drydock.domain.event.EventBody.NetworkTried;
import drydock.domain.event.EventBody.Noted;
import drydock.domain.event.EventBody.OutputWritten;
import drydock.domain.event.EventBody.PermissionAnswered;
import drydock.domain.event.EventBody.PhaseEnded;
import drydock.domain.event.EventBody.PhaseStarted;
import drydock.domain.event.EventBody.PlanChanged;
import drydock.domain.event.EventBody.PlanEntry;
import drydock.domain.event.EventBody.ShareRevoked;
import drydock.domain.event.EventBody.Shared;
import drydock.domain.event.EventBody.StateChanged;
import drydock.domain.event.EventBody.TaskCreated;
import drydock.domain.event.EventBody.ToolStarted;
import drydock.domain.event.EventBody.ToolUpdated;
import drydock.domain.event.EventBody.Unarchived;
import drydock.domain.event.EventBody.UserSaid;
import drydock.domain.network.NetworkAttempt;
import drydock.domain.secret.Secrets;
import drydock.domain.task.Artifact;
import drydock.domain.task.Outcome;
import java.util.List;

/// An event with every free text of it masked; what is a name, a number or a state stays. Pure.
final class MaskedBody {
  private MaskedBody() {}

  static EventBody of(EventBody body, Secrets all) {
    return switch (body) {
      case StateChanged(var from, var to, var why) ->
          new StateChanged(from, to, why.map(all::mask));
      case PhaseEnded(var phase, var took, var note) ->
          new PhaseEnded(phase, took, note.map(all::mask));
      case CheckedOut(var commit, var subject) -> new CheckedOut(commit, all.mask(subject));
      case Noted(var text) -> new Noted(all.mask(text));
      case OutputWritten(var phase, var text) -> new OutputWritten(phase, all.mask(text));
      case NetworkTried(var phase, var tried) -> new NetworkTried(phase, tried(tried, all));
      case UserSaid(var text, var attachments) -> new UserSaid(all.mask(text), attachments);
      case AgentSaid(var text) -> new AgentSaid(all.mask(text));
      case AgentThought(var text) -> new AgentThought(all.mask(text));
      case ToolStarted(var call, var title, var kind, var input) ->
          new ToolStarted(call, all.mask(title), kind, all.mask(input));
      case ToolUpdated(var call, var status, var output) ->
          new ToolUpdated(call, status, all.mask(output));
      case PlanChanged(var entries) -> planned(entries, all);
      case PermissionAnswered(var call, var title, var allowed, var by) ->
          new PermissionAnswered(call, all.mask(title), allowed, all.mask(by));
      case ApprovalAsked asked -> asked(asked, all);
      case Explained(var explanation) -> new Explained(all.mask(explanation));
      case ArtifactsKept(var kept) -> kept(kept, all);
      case Ended(var outcome) -> new Ended(outcome(outcome, all));
      case TaskCreated _,
          PhaseStarted _,
          ApprovalAnswered _,
          ModelCalled _,
          AgentStopped _,
          DiffTaken _,
          Checked _,
          BudgetRaised _,
          CancelRequested _,
          Shared _,
          ShareRevoked _,
          Archived _,
          Unarchived _ ->
          body;
    };
  }

  private static PlanChanged planned(List<PlanEntry> entries, Secrets all) {
    return new PlanChanged(entries.stream().map(e -> entry(e, all)).toList());
  }

  private static ArtifactsKept kept(List<Artifact> kept, Secrets all) {
    return new ArtifactsKept(kept.stream().map(a -> named(a, all)).toList());
  }

  private static PlanEntry entry(PlanEntry entry, Secrets secrets) {
    return new PlanEntry(secrets.mask(entry.text()), entry.status());
  }

  private static ApprovalAsked asked(ApprovalAsked asked, Secrets secrets) {
    return new ApprovalAsked(
        asked.approval(),
        asked.call(),
        asked.kind(),
        secrets.mask(asked.subject()),
        secrets.mask(asked.input()),
        asked.patience());
  }

  /// A name that is asked for may be what somebody wants to carry out.
  private static NetworkAttempt tried(NetworkAttempt tried, Secrets secrets) {
    return new NetworkAttempt(
        secrets.mask(tried.host()), tried.port(), tried.decision(), secrets.mask(tried.reason()));
  }

  /// What people download by it lies under that name.
  private static Artifact named(Artifact artifact, Secrets secrets) {
    return new Artifact(secrets.mask(artifact.path()), artifact.bytes());
  }

  private static Outcome outcome(Outcome outcome, Secrets secrets) {
    return switch (outcome) {
      case Outcome.Failed(var cause, var message, var phase, var logTail) ->
          new Outcome.Failed(cause, secrets.mask(message), phase, secrets.mask(logTail));
      case Outcome.Succeeded _, Outcome.Canceled _ -> outcome;
    };
  }
}
