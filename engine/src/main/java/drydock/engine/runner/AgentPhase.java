package drydock.engine.runner;

import drydock.acp.AcpClient;
import drydock.domain.RefusedException;
import drydock.domain.Secret;
import drydock.domain.event.EventBody;
import drydock.domain.model.ModelSpec;
import drydock.domain.network.Egress;
import drydock.domain.task.Outcome;
import drydock.domain.task.Phase;
import drydock.domain.task.Request;
import drydock.door.DoorSpec;
import drydock.engine.home.Whole;
import drydock.engine.runner.output.Exports;
import drydock.engine.runner.output.LogFile;
import drydock.engine.runner.output.Streams;
import drydock.engine.runner.place.AgentEnvironment;
import drydock.engine.runner.place.AgentSpec;
import drydock.engine.runner.place.DoorFolder;
import drydock.engine.runner.place.Equipment;
import drydock.engine.runner.place.Places;
import drydock.engine.runner.place.Proxy;
import drydock.engine.runner.place.RunnerSettings;
import drydock.sandbox.SandboxSpec;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The third step: the agent at work in its sandbox, with its model behind the door and the network
/// gone. Thread safe.
final class AgentPhase {
  private static final SecureRandom RANDOM = new SecureRandom();

  /// In a row, without a tool call that came to its end.
  private static final int STUCK = 3;

  private static final int MANY_DEATHS = 10;

  private final Equipment equipment;
  private final RunnerSettings settings;
  private final Places places;
  private final Checkpoints checkpoints;
  private final Function<drydock.domain.model.ModelName, ModelSpec> models;

  AgentPhase(
      Equipment equipment,
      RunnerSettings settings,
      Places places,
      Checkpoints checkpoints,
      Function<drydock.domain.model.ModelName, ModelSpec> models) {
    this.equipment = equipment;
    this.settings = settings;
    this.places = places;
    this.checkpoints = checkpoints;
    this.models = models;
  }

  /// What the agent was started with, for `task.json` inside and in the logs.
  private record Started(
      String taskId, int attempt, int turn, Request request, String baseCommit, String agent) {}

  /// An agent that dies is followed by another, which goes on where it was: but not for ever if
  /// none gets on.
  ///
  /// @param ears hear for the agent while it can be talked to
  Outcome work(Run run, Checkout.Ready base, Setup.Prepared prepared, Ears ears) {
    run.questions().follow(prepared.environment().commands());
    run.questions()
        .policies()
        .note()
        .ifPresent(note -> run.story().tell(new EventBody.Noted(note)));
    try {
      var ending = talk(run, base, prepared, ears);
      for (int deaths = 1, stuck = 1; ending instanceof Ending.Died died; deaths++, stuck++) {
        stuck = died.gotOn() ? 1 : stuck;
        if (deaths == MANY_DEATHS || stuck == STUCK) {
          Conversation.answered(run);
          return died.outcome();
        }
        run.goOn();
        run.story()
            .tell(new EventBody.Noted(died.outcome().message() + ": another goes on where it was"));
        ending = talk(run, base, prepared, ears);
      }
      return ending.outcome();
    } finally {
      ears.agentStopped();
    }
  }

  private Ending talk(Run run, Checkout.Ready base, Setup.Prepared prepared, Ears ears) {
    var agent = settings.agents().get(run.request().agent());
    if (agent == null) {
      throw new RefusedException(
          RefusedException.Code.UNKNOWN_AGENT, "the agent " + run.request().agent() + " is gone");
    }
    var model = models.apply(run.request().model());
    var token = token();
    show(run, base, prepared);
    try (var _ = equipment.secrets().learn(token);
        var log = LogFile.append(run.logs().resolve("agent.log"), equipment.secrets());
        var door =
            DoorFolder.open(
                equipment,
                settings.doors(),
                settings.agentEgress(),
                Optional.of(access(run, model, token)),
                new DoorEvents(run, Phase.RUN));
        var sandbox =
            equipment.driver().start(spec(run, base, prepared, agent, model, token, door));
        var pace = checkpoints.during(run, base)) {
      var updates = new Updates(run, log, equipment.secrets(), pace::soon);
      Streams.pump(() -> log.copy(sandbox.stderr(), _ -> {}));
      try (var client = AcpClient.over(sandbox.stdout(), sandbox.stdin(), updates)) {
        var conversation = new Conversation(run, sandbox, client, updates, log, model.vision());
        try (var _ = ears.listenFor(conversation)) {
          return conversation.hold();
        }
      }
    }
  }

  private static DoorSpec.ModelAccess access(Run run, ModelSpec model, Secret token) {
    return new DoorSpec.ModelAccess(token, model, run.limits()::now, run.spent().get(), run.logs());
  }

  private SandboxSpec spec(
      Run run,
      Checkout.Ready base,
      Setup.Prepared prepared,
      AgentSpec agent,
      ModelSpec model,
      Secret token,
      DoorFolder door) {
    var environment = new HashMap<>(AgentEnvironment.of(model, run.request().mode(), token));
    if (!run.questions().policies().isOpen()) {
      environment.put("DRYDOCK_APPROVALS", "ask");
    }
    if (!(settings.agentEgress() instanceof Egress.None)) {
      environment.putAll(Proxy.environment());
    }
    return places.agent(
        run.id(),
        agent,
        List.of(
            run.workspace().code(prepared.layer().codeLowers(base.tree())),
            run.workspace().home(List.of(prepared.layer().home()))),
        run.workspace(),
        door.folder(),
        environment);
  }

  private void show(Run run, Checkout.Ready base, Setup.Prepared prepared) {
    var started =
        equipment
            .json()
            .write(
                new Started(
                    run.id().task().value(),
                    run.id().number(),
                    run.attempt().turn(),
                    run.request(),
                    base.commit().id(),
                    run.request().agent()));
    Whole.write(run.workspace().taskJson(), started);
    Whole.write(run.logs().resolve("task.json"), started);
    Whole.write(run.workspace().shellEnvironment(), Exports.format(prepared.layer().exports()));
    equipment.driver().folders().adopt(run.workspace().taskJson());
    equipment.driver().folders().adopt(run.workspace().shellEnvironment());
  }

  private static Secret token() {
    var bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return new Secret("dd_" + HexFormat.of().formatHex(bytes));
  }
}
