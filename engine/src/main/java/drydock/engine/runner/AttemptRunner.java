package drydock.engine.runner;

import drydock.domain.Actor;
import drydock.domain.event.EventBody;
import drydock.domain.model.ModelName;
import drydock.domain.model.ModelSpec;
import drydock.domain.port.Inbox;
import drydock.domain.port.Journal;
import drydock.domain.port.Lease;
import drydock.domain.port.LeaseLostException;
import drydock.domain.port.Rules;
import drydock.domain.port.Tasks;
import drydock.domain.port.Uploads;
import drydock.domain.task.Attempt;
import drydock.domain.task.AttemptId;
import drydock.domain.task.Mode;
import drydock.domain.task.Outcome;
import drydock.domain.task.Phase;
import drydock.domain.task.State;
import drydock.domain.task.Task;
import drydock.engine.runner.approval.Limits;
import drydock.engine.runner.approval.Questions;
import drydock.engine.runner.place.Equipment;
import drydock.engine.runner.place.Places;
import drydock.engine.runner.place.RepositoryEnvironment;
import drydock.engine.runner.place.RunnerSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries an attempt through, from checkout to result. The main path is [#story]. Thread safe:
/// many attempts at once.
public final class AttemptRunner {
  private static final Logger LOG = LoggerFactory.getLogger(AttemptRunner.class);

  private final Equipment equipment;
  private final Ports ports;
  private final RunnerSettings settings;
  private final Checkout checkout;
  private final Setup setup;
  private final AgentPhase agents;
  private final Collect collect;
  private final CheckRun checks;
  private final Map<AttemptId, Signals> running = new ConcurrentHashMap<>();

  /// Where the runner reads and writes what happens.
  public record Ports(Tasks tasks, Journal journal, Inbox inbox, Rules rules, Uploads uploads) {}

  public AttemptRunner(
      Equipment equipment,
      Ports ports,
      RunnerSettings settings,
      RepositoryEnvironment.Parser parser,
      Function<ModelName, ModelSpec> models) {
    this.equipment = equipment;
    this.ports = ports;
    this.settings = settings;
    var places = new Places(settings);
    var checkpoints = new Checkpoints(equipment, settings, places);
    this.checkout = new Checkout(equipment, settings.localPaths(), checkpoints, ports.uploads());
    this.setup = new Setup(equipment, settings, places, parser);
    this.agents = new AgentPhase(equipment, settings, places, checkpoints, models);
    this.collect = new Collect(equipment, checkpoints);
    this.checks = new CheckRun(equipment, settings, places);
  }

  /// Runs a leased attempt to its end. What fails, fails the attempt, never the caller.
  public void run(Lease lease) {
    var found = ports.tasks().find(lease.attempt().task());
    if (found.isEmpty() || state(found.get(), lease) != State.QUEUED) {
      return;
    }
    var signals = new Signals();
    running.put(lease.attempt(), signals);
    equipment.home().createLogs(lease.attempt());
    try (var story = open(lease, signals)) {
      var run = run(found.get(), lease, story, signals);
      LOG.info("attempt {} begins: {}", run.id(), run.request().model());
      var outcome = withEars(run);
      if (outcome instanceof Outcome.Canceled && run.remembered().get().isPresent()) {
        // What a person canceled is not gone on with when they say something else.
        Conversation.answered(run);
      }
      story.commit(new EventBody.Ended(outcome));
      LOG.info("attempt {} ended: {}", run.id(), outcome.state());
      answerWhatCameLate(run, outcome);
    } catch (LeaseLostException e) {
      LOG.info("{}", e.getMessage());
    } finally {
      running.remove(lease.attempt());
    }
  }

  private Run run(Task task, Lease lease, Story story, Signals signals) {
    var attempt = task.attempt(lease.attempt().number());
    var limits = limits(task, attempt, signals);
    return new Run(
        task,
        attempt,
        equipment.home(),
        story,
        signals,
        equipment.json(),
        new AtomicReference<>(Phase.QUEUE),
        new AtomicReference<>(Optional.empty()),
        new Words(ports.inbox(), attempt.id(), attempt.turn()),
        new AtomicReference<>(attempt.usage()),
        limits,
        new Questions(attempt, terms(task), onRecord(task, story, signals), limits.clock()));
  }

  /// What an earlier server did of this turn counts.
  private static Limits limits(Task task, Attempt attempt, Signals signals) {
    return new Limits(
        attempt.budget(task.request()),
        attempt.worked(),
        limit -> signals.raise(new Stop.TimeIsUp(limit)));
  }

  private Questions.Terms terms(Task task) {
    var repository = task.request().source().name();
    return new Questions.Terms(
        settings.commands(),
        settings.approvalTimeout(),
        () -> repository.isEmpty() ? List.of() : ports.rules().of(repository),
        equipment.secrets());
  }

  /// Of a lost attempt nothing more is written.
  private static Questions.Log onRecord(Task task, Story story, Signals signals) {
    var agent = Actor.agent(task.request().agent());
    return new Questions.Log() {
      @Override
      public void commit(EventBody body) {
        story.commit(agent, body);
      }

      @Override
      public boolean answer(EventBody.ApprovalAnswered body) {
        return !(signals.raised().orElse(null) instanceof Stop.Lost) && story.commitIfStillSo(body);
      }
    };
  }

  /// Words that came when the agent had stopped, or the turn was canceled, start the next turn.
  private void answerWhatCameLate(Run run, Outcome outcome) {
    try {
      run.words().agentStopped();
      run.words().hear(Duration.ZERO);
      if (run.words().askForTurn(outcome instanceof Outcome.Succeeded)) {
        ports
            .journal()
            .append(
                run.id(),
                Actor.SYSTEM,
                Optional.empty(),
                List.of(
                    new EventBody.StateChanged(
                        outcome.state(),
                        State.QUEUED,
                        Optional.of("a message came when the agent had stopped"))));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException e) {
      LOG.debug("whoever spoke has queued {} already", run.id(), e);
    }
  }

  /// The attempt is another's now: everything of it here stops.
  public void lost(AttemptId attempt) {
    Optional.ofNullable(running.get(attempt)).ifPresent(s -> s.raise(new Stop.Lost()));
  }

  /// Whether a sandbox with this name (`attempt-phase`) belongs to an attempt that runs here.
  public boolean owns(String sandbox) {
    return running.keySet().stream().anyMatch(id -> sandbox.startsWith(id + "-"));
  }

  private static State state(Task task, Lease lease) {
    return task.attempt(lease.attempt().number()).state();
  }

  private Story open(Lease lease, Signals signals) {
    return new Story(
        ports.journal(), lease, equipment.secrets(), () -> signals.raise(new Stop.Lost()));
  }

  /// Listens to people and to the clock while the story runs.
  private Outcome withEars(Run run) {
    try (var ears = new Ears(run)) {
      ears.begin();
      return Failures.asOutcome(run, () -> story(run, ears));
    }
  }

  /// One attempt, as it is told.
  private Outcome story(Run run, Ears ears) {
    move(run, State.QUEUED, State.PREPARING);
    var base =
        run.during(
            Phase.CHECKOUT, () -> run.interruptibly(() -> checkout.of(run)), _ -> Optional.empty());

    move(run, State.PREPARING, State.SETTING_UP);
    var prepared = run.during(Phase.SETUP, () -> setup.prepare(run, base), Setup.Prepared::note);

    move(run, State.SETTING_UP, State.RUNNING);
    var ended =
        Failures.asOutcome(
            run,
            () ->
                run.during(
                    Phase.RUN,
                    () -> agents.work(run, base, prepared, ears),
                    _ -> Optional.empty()));

    move(run, State.RUNNING, State.COLLECTING);
    run.after(Phase.COLLECT, () -> collect.take(run, base, prepared.layer().touched()));
    if (ended instanceof Outcome.Succeeded && run.request().mode() != Mode.ASK) {
      run.request()
          .check()
          .or(prepared.environment()::check)
          .ifPresent(
              command -> run.after(Phase.CHECK, () -> checks.judge(run, base, prepared, command)));
    }
    return ended;
  }

  /// Told, not waited for: nothing is shown to anybody before it is committed, and a crash that
  /// loses the move finds the attempt where it was.
  private static void move(Run run, State from, State to) {
    run.story().tell(new EventBody.StateChanged(from, to, Optional.empty()));
  }
}
