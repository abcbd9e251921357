package drydock.engine.runner;

import drydock.domain.NamedLocks;
import drydock.domain.event.EventBody;
import drydock.domain.network.Egress;
import drydock.domain.task.Cause;
import drydock.domain.task.Phase;
import drydock.door.DoorListener;
import drydock.engine.home.Workspace;
import drydock.engine.runner.output.HostileFile;
import drydock.engine.runner.output.LogFile;
import drydock.engine.runner.output.Texts;
import drydock.engine.runner.place.DoorFolder;
import drydock.engine.runner.place.EgressRule;
import drydock.engine.runner.place.Equipment;
import drydock.engine.runner.place.Places;
import drydock.engine.runner.place.RepositoryEnvironment;
import drydock.engine.runner.place.RunnerSettings;
import drydock.sandbox.Sandbox;
import java.util.List;
import java.util.Optional;

/// The second step: runs the repository's set-up in a sandbox with a filtered network, once for
/// each environment key, and seals what it made as a layer under the workspaces. Thread safe.
final class Setup {
  private static final int MAX_SCRIPT_BYTES = 1 << 20;
  private static final String SCRIPT = "/app/setup.sh";

  private final Equipment equipment;
  private final RunnerSettings settings;
  private final Places places;
  private final Layers layers;
  private final RepositoryEnvironment.Parser parser;
  private final NamedLocks locks = new NamedLocks();

  Setup(
      Equipment equipment,
      RunnerSettings settings,
      Places places,
      RepositoryEnvironment.Parser parser) {
    this.equipment = equipment;
    this.settings = settings;
    this.places = places;
    this.layers = new Layers(equipment);
    this.parser = parser;
  }

  /// What the agent's phase stands on.
  ///
  /// @param note how it came about, for people
  record Prepared(Layers.Layer layer, RepositoryEnvironment environment, Optional<String> note) {}

  Prepared prepare(Run run, Checkout.Ready base) {
    var environment = environment(run, base);
    var script = script(run, base, environment);
    if (script.isEmpty()) {
      return new Prepared(layers.none(), environment, Optional.of("no set-up"));
    }
    var egress = EgressRule.of(settings.setupEgress(), environment.egress());
    var key = layers.key(base, script.get(), egress);
    try (var _ = run.interruptibly(() -> taken(key))) {
      var known = layers.find(key);
      if (known.isPresent()) {
        layers.showLog(known.get(), run.logs().resolve("setup.log"));
        tellTouched(run, known.get());
        return new Prepared(
            known.get(), environment, Optional.of("set-up reused: nothing it depends on changed"));
      }
      var layer = make(run, base, script.get(), key, egress);
      tellTouched(run, layer);
      return new Prepared(layer, environment, Optional.empty());
    }
  }

  /// Another attempt may make the same set-up now, and take long.
  private NamedLocks.Held taken(String key) {
    try {
      return locks.lockInterruptibly(key);
    } catch (InterruptedException e) {
      throw new IllegalStateException("stopped while waiting for the same set-up", e);
    }
  }

  private static void tellTouched(Run run, Layers.Layer layer) {
    if (!layer.touched().isEmpty()) {
      run.story()
          .tell(
              new EventBody.Noted(
                  "set-up changed tracked files, which was undone: "
                      + String.join(
                          ", ", layer.touched().subList(0, Math.min(10, layer.touched().size())))));
    }
  }

  private RepositoryEnvironment environment(Run run, Checkout.Ready base) {
    var file = HostileFile.read(base.tree(), ".drydock/environment.yaml", 64 * 1024);
    if (file.isEmpty()) {
      return RepositoryEnvironment.NONE;
    }
    RepositoryEnvironment read;
    try {
      read = parser.parse(file.get());
    } catch (IllegalArgumentException e) {
      throw HaltException.failed(
          Cause.SETUP_FAILED, Phase.SETUP, ".drydock/environment.yaml: " + e.getMessage());
    }
    if (read.image().isPresent()) {
      throw HaltException.failed(
          Cause.IMAGE_NEEDS_DOCKER,
          Phase.SETUP,
          "the environment names the image "
              + read.image().get()
              + ", which needs the docker driver: remove 'image' to use the host's tool chains");
    }
    read.maintenance()
        .ifPresent(_ ->
            run.story()
                .tell(
                    new EventBody.Noted(
                        "'maintenance' in .drydock/environment.yaml is not used yet")));
    return read;
  }

  private static Optional<String> script(
      Run run, Checkout.Ready base, RepositoryEnvironment environment) {
    return run.request()
        .setup()
        .or(environment::setup)
        .or(() -> HostileFile.read(base.tree(), "setup.sh", MAX_SCRIPT_BYTES))
        .or(() -> HostileFile.read(base.tree(), ".drydock/setup.sh", MAX_SCRIPT_BYTES))
        .filter(text -> !text.isBlank());
  }

  private Layers.Layer make(
      Run run, Checkout.Ready base, String script, String key, Egress egress) {
    var draft = layers.draft(base, key, script, Resource.text("setup.bash"));
    try (var log = LogFile.append(run.logs().resolve("setup.log"), equipment.secrets());
        var door =
            DoorFolder.open(
                equipment, settings.doors(), egress, Optional.empty(), networkOf(run))) {
      var exit = execute(run, draft, door, log);
      log.line("[drydock: set-up ended with status " + exit.status() + "]");
      judge(run, exit, log);
    } catch (RuntimeException e) {
      layers.discard(draft);
      throw e;
    }
    layers.seal(draft, base, run.logs().resolve("setup.log"));
    return layers.find(key).orElseThrow(IllegalStateException::new);
  }

  private Sandbox.Exit execute(Run run, Layers.Draft draft, DoorFolder door, LogFile log) {
    var spec =
        places.setup(
            run.id(),
            draft.folders(),
            door.folder(),
            List.of(
                "bash",
                "-c",
                "exec 2>&1 </dev/null; . /app/run-setup.bash",
                "setup",
                SCRIPT,
                Workspace.AGENT_HOME + "/.drydock"));
    var shown = Layers.withScripts(spec, draft);
    try (var sandbox = equipment.driver().start(shown)) {
      return Batch.attend(run, sandbox, Phase.SETUP, settings.setupTimeout(), log)
          .orElseThrow(() ->
              HaltException.failed(
                  Cause.SETUP_TIMEOUT,
                  Phase.SETUP,
                  "set-up did not end within " + settings.setupTimeout(),
                  Texts.tail(log.tail(), 4000)));
    }
  }

  private static void judge(Run run, Sandbox.Exit exit, LogFile log) {
    run.goOn();
    var tail = Texts.tail(log.tail(), 4000);
    switch (exit.reason()) {
      case EXITED -> {
        if (exit.status() != 0) {
          throw HaltException.failed(
              Cause.SETUP_FAILED,
              Phase.SETUP,
              "set-up ended with status " + exit.status() + ": see setup.log",
              tail);
        }
      }
      case MEMORY_LIMIT ->
          throw HaltException.failed(
              Cause.MEMORY_LIMIT, Phase.SETUP, "set-up needed more memory than allowed", tail);
      case DISK_LIMIT ->
          throw HaltException.failed(
              Cause.DISK_LIMIT, Phase.SETUP, "set-up wrote more than allowed", tail);
      case KILLED ->
          throw HaltException.failed(
              Cause.SANDBOX_FAILED, Phase.SETUP, "set-up was killed from outside", tail);
    }
  }

  private static DoorListener networkOf(Run run) {
    return new DoorEvents(run, Phase.SETUP);
  }
}
