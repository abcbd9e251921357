package drydock.domain.event;

import drydock.domain.model.Budget;
import drydock.domain.model.ModelName;
import drydock.domain.model.Usage;
import drydock.domain.network.NetworkAttempt;
import drydock.domain.task.Artifact;
import drydock.domain.task.CheckResult;
import drydock.domain.task.DiffStat;
import drydock.domain.task.Outcome;
import drydock.domain.task.Phase;
import drydock.domain.task.Request;
import drydock.domain.task.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What can happen to a task. The wire's `type` of each is its name in lower snake case
/// (`state_changed`).
public sealed interface EventBody {
  /// The first event of a task.
  record TaskCreated(Request request) implements EventBody {}

  /// `reason` explains a move that is not plain ("the server stopped while it ran").
  record StateChanged(State from, State to, Optional<String> reason) implements EventBody {}

  record PhaseStarted(Phase phase) implements EventBody {}

  record PhaseEnded(Phase phase, Duration took, Optional<String> note) implements EventBody {}

  /// The base commit is known: a full object id, and its subject line.
  record CheckedOut(String commit, String subject) implements EventBody {}

  /// Something a person should know ("the single top folder 'app-1.0/' was stripped").
  record Noted(String text) implements EventBody {}

  /// Output of set-up or of the check, gathered.
  record OutputWritten(Phase phase, String text) implements EventBody {}

  record NetworkTried(Phase phase, NetworkAttempt tried) implements EventBody {}

  /// A person said something: the next turn's prompt, or a word to a running agent.
  record UserSaid(String text, List<String> attachments) implements EventBody {}

  /// A piece of the agent's answer; pieces with no other event between them are one text.
  record AgentSaid(String text) implements EventBody {}

  /// A piece of the agent's thinking.
  record AgentThought(String text) implements EventBody {}

  /// The agent began to use a tool. `kind` is ACP's (read, edit, execute, search, ...), `input`
  /// what it was given, as JSON text.
  record ToolStarted(String call, String title, String kind, String input) implements EventBody {}

  /// `status` is ACP's (in_progress, completed, failed); `output` what it printed, shortened.
  record ToolUpdated(String call, String status, String output) implements EventBody {}

  record PlanChanged(List<PlanEntry> entries) implements EventBody {}

  /// `status` is ACP's: pending, in_progress, completed.
  record PlanEntry(String text, String status) {}

  /// A permission the agent asked for, and what was answered without a person: `by` says by what.
  record PermissionAnswered(String call, String title, boolean allowed, String by)
      implements EventBody {}

  /// The agent asks for a person's approval, as [drydock.domain.task.Approval] tells: the attempt
  /// waits from now on. Without an answer it is denied when the time is over.
  record ApprovalAsked(
      String approval, String call, String kind, String subject, String input, Duration patience)
      implements EventBody {}

  /// The actor answered: for a person, or, with a reason, Drydock itself, because nobody did or
  /// nobody asks any more. With the last open one answered the attempt runs on.
  ///
  /// @param remembered it is the answer for this repository from now on
  record ApprovalAnswered(
      String approval, boolean allowed, boolean remembered, Optional<String> reason)
      implements EventBody {}

  /// One model call is over, and settled.
  record ModelCalled(ModelName model, Usage usage, Duration took, int status)
      implements EventBody {}

  /// The agent stopped; ACP's stop reason.
  record AgentStopped(String stopReason) implements EventBody {}

  record Explained(String explanation) implements EventBody {}

  /// The diff was taken. `setupTouched` names tracked files that only set-up changed: they are not
  /// in it.
  record DiffTaken(DiffStat stat, List<String> setupTouched) implements EventBody {}

  record Checked(CheckResult result) implements EventBody {}

  record ArtifactsKept(List<Artifact> artifacts) implements EventBody {}

  /// The attempt may use more than was asked with; the limits as they are now.
  ///
  /// @param from what they were when somebody raised them while it ran; of two who raise the same,
  ///   one is refused
  record BudgetRaised(Budget budget, Optional<Budget> from) implements EventBody {}

  record CancelRequested() implements EventBody {}

  record Ended(Outcome outcome) implements EventBody {}

  record Shared(String shareId, String expiresAt) implements EventBody {}

  record ShareRevoked(String shareId) implements EventBody {}

  /// The ended task was put away, out of the list. It comes back by itself when it goes on.
  record Archived() implements EventBody {}

  record Unarchived() implements EventBody {}
}
