package drydock.engine.runner;

import drydock.domain.event.EventBody;
import drydock.domain.task.AttemptId;
import drydock.domain.task.Cause;
import drydock.domain.task.Phase;
import drydock.engine.home.Whole;
import drydock.engine.runner.output.HostileFile;
import drydock.engine.runner.output.LogFile;
import drydock.engine.runner.place.AgentSpec;
import drydock.engine.runner.place.Equipment;
import drydock.engine.runner.place.Places;
import drydock.engine.runner.place.RunnerSettings;
import drydock.git.Mirror;
import drydock.git.Tree;
import drydock.sandbox.SandboxException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What an attempt can go on from when its workspace is lost, or was removed after its time: the
/// tree, in the mirror under a private ref; what the runner remembered and the agent's session, in
/// `checkpoints/`. Thread safe.
final class Checkpoints {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration REBUILD = Duration.ofMinutes(10);
  private static final long MAX_SESSION = 256L << 20;

  private final Equipment equipment;
  private final RunnerSettings settings;
  private final Places places;

  Checkpoints(Equipment equipment, RunnerSettings settings, Places places) {
    this.equipment = equipment;
    this.settings = settings;
    this.places = places;
  }

  /// The ref that keeps an attempt's tree in its mirror.
  static String keptAs(AttemptId attempt) {
    return "refs/drydock/attempts/" + attempt;
  }

  /// Takes them while the agent works, whenever it is asked for, and not too often.
  Pace during(Run run, Checkout.Ready base) {
    return new Pace(PAUSE, () -> takeIfPossible(run, base));
  }

  /// A full disk stops no agent.
  private void takeIfPossible(Run run, Checkout.Ready base) {
    try {
      take(run, base);
    } catch (RuntimeException e) {
      LOG.warn("no checkpoint of {}: {}", run.id(), e.toString());
    }
  }

  /// The session first: what a session does not know is looked at again, but what it knows must be
  /// there.
  Tree take(Run run, Checkout.Ready base) {
    var memory = run.memory();
    keepSession(run, memory);
    var tree =
        base.mirror().snapshot(base.commit(), equipment.changed(run.workspace().codeUpper()));
    base.mirror().keep(tree, keptAs(run.id()));
    Whole.write(run.home().checkpoint(run.id()).memory(), equipment.json().write(memory));
    return tree;
  }

  private void keepSession(Run run, Memory memory) {
    var session = sessionFile(run, memory);
    if (session.isPresent()) {
      var to = run.home().checkpoint(run.id()).session();
      try {
        Files.createDirectories(to.getParent());
        var beside = to.resolveSibling("session.new");
        if (HostileFile.copy(run.workspace().homeUpper(), session.get(), MAX_SESSION, beside)) {
          Whole.put(beside, to);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot keep the session", e);
      }
    }
  }

  /// Below HOME.
  private Optional<String> sessionFile(Run run, Memory memory) {
    return Optional.ofNullable(settings.agents().get(run.request().agent()))
        .flatMap(AgentSpec::session)
        .flatMap(pattern -> memory.session().filter(Checkpoints::isName).map(pattern::formatted));
  }

  /// The session's name is the agent's word.
  private static boolean isName(String id) {
    return id.matches("[A-Za-z0-9_-]{1,100}");
  }

  /// Makes the workspace anew, as it was at the last checkpoint.
  ///
  /// @return none, with nothing made, if there is no checkpoint
  Optional<Memory> rebuild(Run run, Checkout checkout) {
    var found = Run.recall(run.home().checkpoint(run.id()).memory(), equipment.json());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var memory = found.get();
    var base = checkout.onDisk(equipment.mirrors().known(memory.mirror()), memory.base());
    var tree = base.mirror().kept(keptAs(run.id()));
    if (tree.isEmpty()) {
      return Optional.empty();
    }
    var folders = equipment.driver().folders();
    run.workspace().clear(folders);
    run.workspace().create(folders);
    apply(run, base, patch(run, base.mirror(), memory, tree.get()));
    restoreSession(run, memory);
    run.story()
        .tell(
            new EventBody.Noted(
                "its work tree was gone: made anew from the last checkpoint, without ignored files"));
    return found;
  }

  private Path patch(Run run, Mirror mirror, Memory memory, Tree tree) {
    var patch = run.workspace().folder().resolve("rebuild.patch");
    try (var out = new BufferedOutputStream(Files.newOutputStream(patch))) {
      mirror.diff(memory.base(), tree).writePatch(out);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + patch, e);
    }
    equipment.driver().folders().adopt(patch);
    return patch;
  }

  /// In a sandbox, as everything that happens in a work tree.
  private void apply(Run run, Checkout.Ready base, Path patch) {
    var command = List.of("bash", "-c", "exec 2>&1; " + Resource.text("rebuild.bash"));
    var spec =
        places.rebuild(
            run.id(),
            List.of(
                run.workspace().code(List.of(base.tree())),
                run.workspace().home(List.of(run.home().emptyHome()))),
            patch,
            command);
    try (var log = LogFile.append(run.logs().resolve("agent.log"), equipment.secrets());
        var sandbox = equipment.driver().start(spec)) {
      var exit = Batch.attend(run, sandbox, Phase.CHECKOUT, REBUILD, log);
      run.goOn();
      if (exit.isEmpty() || exit.get().status() != 0) {
        throw HaltException.failed(
            Cause.INTERNAL,
            Phase.CHECKOUT,
            "its work tree is gone and could not be made anew: take the diff of its last turn");
      }
    } catch (SandboxException e) {
      throw HaltException.failed(Cause.SANDBOX_FAILED, Phase.CHECKOUT, "" + e.getMessage());
    } finally {
      equipment.driver().folders().remove(patch);
    }
  }

  /// One that is missing or damaged is the agent's to refuse: the person is told when it does.
  private void restoreSession(Run run, Memory memory) {
    var kept = run.home().checkpoint(run.id()).session();
    sessionFile(run, memory)
        .ifPresent(file -> run.workspace().putInHome(kept, file, equipment.driver().folders()));
  }
}
