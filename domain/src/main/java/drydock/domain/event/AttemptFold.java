package drydock.domain.event;

import drydock.domain.Actor;
import drydock.domain.model.Budget;
import drydock.domain.model.Usage;
import drydock.domain.task.Approval;
import drydock.domain.task.Approvals;
import drydock.domain.task.Artifact;
import drydock.domain.task.Attempt;
import drydock.domain.task.CheckResult;
import drydock.domain.task.DiffStat;
import drydock.domain.task.Outcome;
import drydock.domain.task.Phase;
import drydock.domain.task.PhaseTiming;
import drydock.domain.task.Result;
import drydock.domain.task.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An attempt as the log tells it. Pure.
public final class AttemptFold {
  private AttemptFold() {}

  /// The attempt after this event of its own log.
  ///
  /// @throws IllegalStateException if the event is a move that [State#canBecome] does not allow
  public static Attempt apply(Attempt attempt, Event event) {
    return switch (event.body()) {
      case EventBody.StateChanged(var from, var to, var _) -> moved(attempt, from, to, event);
      case EventBody.PhaseStarted(var phase) ->
          withPhases(attempt, started(attempt.phases(), phase, event.at()));
      case EventBody.PhaseEnded(var phase, var took, var note) ->
          withPhases(untilItsEnd(attempt, phase, took), ended(attempt.phases(), phase, took, note));
      case EventBody.CheckedOut(var commit, var _) -> withBase(attempt, commit);
      case EventBody.ModelCalled(var _, var usage, var _, var _) -> withCall(attempt, usage);
      case EventBody.Explained(var text) -> withResult(attempt, explained(attempt.result(), text));
      case EventBody.DiffTaken(var stat, var _) ->
          withResult(attempt, diffed(attempt.result(), stat));
      case EventBody.Checked(var check) -> withResult(attempt, checked(attempt.result(), check));
      case EventBody.ArtifactsKept(var kept) -> withResult(attempt, kept(attempt.result(), kept));
      case EventBody.BudgetRaised(var budget, var from) -> raised(attempt, budget, from);
      case EventBody.ApprovalAsked asked -> asking(attempt, asked, event.at());
      case EventBody.ApprovalAnswered answered -> answered(attempt, answered, event);
      case EventBody.ToolUpdated(var call, var status, var _) -> updated(attempt, call, status);
      case EventBody.AgentStopped _ -> withApprovals(attempt, attempt.approvals().turnOver());
      case EventBody.Ended(var outcome) -> endedWith(attempt, outcome, event.at());
      case EventBody.TaskCreated _,
          EventBody.Noted _,
          EventBody.OutputWritten _,
          EventBody.NetworkTried _,
          EventBody.UserSaid _,
          EventBody.AgentSaid _,
          EventBody.AgentThought _,
          EventBody.ToolStarted _,
          EventBody.PlanChanged _,
          EventBody.PermissionAnswered _,
          EventBody.CancelRequested _,
          EventBody.Shared _,
          EventBody.ShareRevoked _,
          EventBody.Archived _,
          EventBody.Unarchived _ ->
          attempt;
    };
  }

  private static Attempt updated(Attempt a, String call, String status) {
    return status.equals("completed") || status.equals("failed")
        ? withApprovals(a, a.approvals().over(call))
        : a;
  }

  /// Who moves an attempt says where they saw it: of two who move it at once, one is refused.
  private static Attempt moved(Attempt a, State from, State to, Event event) {
    if (from != a.state() || !from.canBecome(to)) {
      throw new IllegalStateException(
          a.id() + " cannot go from " + from + " to " + to + ", being " + a.state());
    }
    var nextTurn = to == State.QUEUED && a.state().isEnded();
    return new Attempt(
        a.id(),
        to,
        nextTurn ? a.turn() + 1 : a.turn(),
        to == State.QUEUED ? putBacks(a, event.actor()) : a.putBacks(),
        to == State.QUEUED ? event.at() : a.queuedAt(),
        to == State.QUEUED ? Optional.empty() : a.endedAt(),
        a.baseCommit(),
        nextTurn ? List.of() : a.phases(),
        nextTurn ? a.approvals().nextTurn() : a.approvals().cutOff(event.at()),
        a.usage(),
        a.raised(),
        a.result(),
        to == State.QUEUED ? Optional.empty() : a.outcome());
  }

  /// A next turn is a person's, whoever queues it. What waits for a person does nothing that could
  /// have killed its runner, and may wait for longer than a server lives.
  private static int putBacks(Attempt a, Actor by) {
    if (a.state().isEnded() || by.kind() == Actor.Kind.USER) {
      return 0;
    }
    return a.state() == State.WAITING ? a.putBacks() : a.putBacks() + 1;
  }

  private static Attempt endedWith(Attempt a, Outcome outcome, Instant at) {
    var to = outcome.state();
    if (!a.state().canBecome(to)) {
      throw new IllegalStateException(a.id() + " cannot go from " + a.state() + " to " + to);
    }
    return new Attempt(
        a.id(),
        to,
        a.turn(),
        a.putBacks(),
        a.queuedAt(),
        Optional.of(at),
        a.baseCommit(),
        a.phases(),
        a.approvals().cutOff(at),
        a.usage(),
        a.raised(),
        a.result(),
        Optional.of(outcome));
  }

  private static List<PhaseTiming> started(List<PhaseTiming> phases, Phase phase, Instant at) {
    var all = new ArrayList<>(phases);
    all.add(new PhaseTiming(phase, at, Optional.empty(), Optional.empty()));
    return all;
  }

  private static List<PhaseTiming> ended(
      List<PhaseTiming> phases, Phase phase, Duration took, Optional<String> note) {
    return phases.stream()
        .map(p ->
            p.phase() == phase && p.took().isEmpty()
                ? new PhaseTiming(phase, p.startedAt(), Optional.of(took), note)
                : p)
        .toList();
  }

  private static Result explained(Result r, String text) {
    return new Result(Optional.of(text), r.diffStat(), r.check(), r.artifacts());
  }

  /// A check has judged the diff before this one.
  private static Result diffed(Result r, DiffStat stat) {
    return new Result(r.explanation(), Optional.of(stat), Optional.empty(), r.artifacts());
  }

  private static Result checked(Result r, CheckResult check) {
    return new Result(r.explanation(), r.diffStat(), Optional.of(check), r.artifacts());
  }

  private static Result kept(Result r, List<Artifact> artifacts) {
    return new Result(r.explanation(), r.diffStat(), r.check(), artifacts);
  }

  private static Attempt asking(Attempt a, EventBody.ApprovalAsked asked, Instant at) {
    if (a.state() != State.RUNNING && a.state() != State.WAITING) {
      throw new IllegalStateException(a.id() + " cannot wait for anybody, being " + a.state());
    }
    return withApprovals(
        a,
        a.approvals()
            .asked(
                new Approval(
                    asked.approval(),
                    asked.call(),
                    asked.kind(),
                    asked.subject(),
                    asked.input(),
                    at,
                    at.plus(asked.patience()),
                    Optional.empty())));
  }

  /// Only people's answers count for whoever asks the same again.
  private static Attempt answered(Attempt a, EventBody.ApprovalAnswered answered, Event event) {
    var answer = new Approval.Answer(answered.allowed(), event.actor().name());
    return withApprovals(
        a,
        event.actor().kind() == Actor.Kind.USER
            ? a.approvals().answered(answered.approval(), answer, event.at())
            : a.approvals().withdrawn(answered.approval(), event.at()));
  }

  /// A runner that died was last heard of at its phase's end: it waited until then.
  private static Attempt untilItsEnd(Attempt a, Phase phase, Duration took) {
    return a.phases().stream()
        .filter(p -> p.phase() == phase && p.took().isEmpty())
        .reduce((_, last) -> last)
        .map(p -> withApprovals(a, a.approvals().noLonger(p.startedAt().plus(took))))
        .orElse(a);
  }

  private static Attempt withPhases(Attempt a, List<PhaseTiming> phases) {
    return copy(a, a.putBacks(), a.baseCommit(), phases, a.usage(), a.result());
  }

  private static Attempt withBase(Attempt a, String commit) {
    return copy(a, a.putBacks(), Optional.of(commit), a.phases(), a.usage(), a.result());
  }

  /// An attempt that gets on is not what kills its runners.
  private static Attempt withCall(Attempt a, Usage usage) {
    return copy(a, 0, a.baseCommit(), a.phases(), a.usage().plus(usage), a.result());
  }

  private static Attempt withResult(Attempt a, Result result) {
    return copy(a, a.putBacks(), a.baseCommit(), a.phases(), a.usage(), result);
  }

  private static Attempt raised(Attempt a, Budget budget, Optional<Budget> from) {
    if (from.isPresent()
        && (a.state().isEnded() || !a.raised().orElse(from.get()).equals(from.get()))) {
      throw new IllegalStateException(a.id() + " has other limits by now, or has ended");
    }
    return copy(a, a.state(), a.approvals(), Optional.of(budget));
  }

  /// It waits while one is open, and only then.
  private static Attempt withApprovals(Attempt a, Approvals approvals) {
    var state =
        switch (a.state()) {
          case RUNNING, WAITING -> approvals.waits() ? State.WAITING : State.RUNNING;
          case State other -> other;
        };
    return copy(a, state, approvals, a.raised());
  }

  private static Attempt copy(
      Attempt a,
      int putBacks,
      Optional<String> base,
      List<PhaseTiming> phases,
      Usage usage,
      Result result) {
    return new Attempt(
        a.id(),
        a.state(),
        a.turn(),
        putBacks,
        a.queuedAt(),
        a.endedAt(),
        base,
        phases,
        a.approvals(),
        usage,
        a.raised(),
        result,
        a.outcome());
  }

  private static Attempt copy(
      Attempt a, State state, Approvals approvals, Optional<Budget> raised) {
    return new Attempt(
        a.id(),
        state,
        a.turn(),
        a.putBacks(),
        a.queuedAt(),
        a.endedAt(),
        a.baseCommit(),
        a.phases(),
        approvals,
        a.usage(),
        raised,
        a.result(),
        a.outcome());
  }
}
