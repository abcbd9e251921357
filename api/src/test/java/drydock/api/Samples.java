package drydock.api;

import drydock.domain.event.EventBody;
import drydock.domain.model.Budget;
import drydock.domain.model.ModelName;
import drydock.domain.model.Tokens;
import drydock.domain.model.Usage;
import drydock.domain.network.NetworkAttempt;
import drydock.domain.task.Approval;
import drydock.domain.task.Approvals;
import drydock.domain.task.Artifact;
import drydock.domain.task.Attempt;
import drydock.domain.task.AttemptId;
import drydock.domain.task.Cause;
import drydock.domain.task.CheckResult;
import drydock.domain.task.DiffStat;
import drydock.domain.task.Mode;
import drydock.domain.task.Outcome;
import drydock.domain.task.Phase;
import drydock.domain.task.PhaseTiming;
import drydock.domain.task.Request;
import drydock.domain.task.Result;
import drydock.domain.task.Source;
import drydock.domain.task.State;
import drydock.domain.task.TaskId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One value at least of everything that has a form on the wire.
final class Samples {
  private static final Instant AT = Instant.parse("2026-05-17T10:11:12.345678Z");
  private static final Duration TOOK = Duration.ofMillis(1234);
  private static final ModelName MODEL = ModelName.parse("openai/org/gpt-5");
  private static final Usage USAGE =
      new Usage(2, new Tokens(100, 40, 7), new BigDecimal("0.001250"));
  private static final CheckResult CHECK =
      new CheckResult(CheckResult.Status.FAILED, "pytest -q", 1, TOOK);
  private static final DiffStat DIFF = new DiffStat(2, 10, 3);
  private static final List<Artifact> ARTIFACTS = List.of(new Artifact("report/a b.html", 12));

  static final Request REQUEST =
      new Request(
          "Mend the \"test\"\nwith ünïcode",
          Mode.CODE,
          new Source.Git("https://example.org/a.git", Optional.of("main")),
          "drydock",
          MODEL,
          2,
          Optional.of("pytest -q"),
          Optional.empty(),
          new Budget(
              Optional.of(new BigDecimal("1.50")),
              Optional.empty(),
              Optional.of(7),
              Duration.ofHours(1)),
          List.of("u_1"));

  static final Approval APPROVAL =
      new Approval(
          "1-3",
          "call_1",
          "execute",
          "rm -r out",
          "{\"command\":\"rm -r out\"}",
          AT,
          AT.plusSeconds(1800),
          Optional.of(new Approval.Answer(true, "ada")));

  static final Attempt ENDED =
      new Attempt(
          new AttemptId(new TaskId("20260517_3k9x0q7hzt"), 1),
          State.FAILED,
          2,
          1,
          AT,
          Optional.of(AT.plusSeconds(9)),
          Optional.of("0123456789abcdef0123456789abcdef01234567"),
          List.of(new PhaseTiming(Phase.SETUP, AT, Optional.of(TOOK), Optional.of("reused"))),
          new Approvals(List.of(APPROVAL), 3, Duration.ofSeconds(7), Optional.of(AT)),
          USAGE,
          Optional.of(
              new Budget(Optional.empty(), Optional.of(9L), Optional.empty(), Duration.ofHours(2))),
          new Result(Optional.of("Done."), Optional.of(DIFF), Optional.of(CHECK), ARTIFACTS),
          Optional.of(new Outcome.Failed(Cause.NO_PROGRESS, "it went in circles", Phase.RUN, "")));

  static final List<EventBody> EVENT_BODIES =
      List.of(
          new EventBody.TaskCreated(REQUEST),
          new EventBody.StateChanged(State.QUEUED, State.SETTING_UP, Optional.empty()),
          new EventBody.StateChanged(State.RUNNING, State.QUEUED, Optional.of("the server died")),
          new EventBody.PhaseStarted(Phase.CHECKOUT),
          new EventBody.PhaseEnded(Phase.CHECKOUT, TOOK, Optional.of("warm")),
          new EventBody.CheckedOut("0123456789abcdef0123456789abcdef01234567", "First"),
          new EventBody.Noted("the single top folder 'app-1.0/' was stripped"),
          new EventBody.OutputWritten(Phase.SETUP, "a\r\nb\u0000"),
          new EventBody.NetworkTried(
              Phase.SETUP,
              new NetworkAttempt("10.0.0.1", 443, NetworkAttempt.Decision.BLOCKED, "private")),
          new EventBody.UserSaid("go on", List.of("u_1")),
          new EventBody.AgentSaid("I see"),
          new EventBody.AgentThought("hm"),
          new EventBody.ToolStarted("call_1", "bash", "execute", "{\"command\":\"ls\"}"),
          new EventBody.ToolUpdated("call_1", "completed", "README.md"),
          new EventBody.PlanChanged(List.of(new EventBody.PlanEntry("look", "in_progress"))),
          new EventBody.PermissionAnswered("call_1", "rm -r", false, "policy"),
          new EventBody.ApprovalAsked(
              "1-3", "call_1", "execute", "rm -r out", "{}", Duration.ofMinutes(30)),
          new EventBody.ApprovalAnswered("1-3", true, true, Optional.empty()),
          new EventBody.ApprovalAnswered("1-4", false, false, Optional.of("nobody answered")),
          new EventBody.ModelCalled(MODEL, USAGE, TOOK, 200),
          new EventBody.AgentStopped("end_turn"),
          new EventBody.Explained("# Done"),
          new EventBody.DiffTaken(DIFF, List.of("package-lock.json")),
          new EventBody.Checked(CHECK),
          new EventBody.ArtifactsKept(ARTIFACTS),
          new EventBody.BudgetRaised(
              new Budget(
                  Optional.of(new BigDecimal("2.50")), Optional.empty(), Optional.empty(), TOOK),
              Optional.of(
                  new Budget(
                      Optional.of(new BigDecimal("1.50")),
                      Optional.empty(),
                      Optional.empty(),
                      TOOK))),
          new EventBody.CancelRequested(),
          new EventBody.Ended(new Outcome.Succeeded()),
          new EventBody.Ended(new Outcome.Canceled()),
          new EventBody.Ended(new Outcome.Failed(Cause.BUDGET, "spent", Phase.RUN, "tail\n")),
          new EventBody.Shared("s_1", "2026-05-18T00:00:00Z"),
          new EventBody.ShareRevoked("s_1"),
          new EventBody.Archived(),
          new EventBody.Unarchived());

  private Samples() {}
}
