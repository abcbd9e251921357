package drydock.engine.runner;

import drydock.domain.event.EventBody;
import drydock.domain.network.Egress;
import drydock.domain.task.CheckResult;
import drydock.domain.task.CheckResult.Status;
import drydock.domain.task.Phase;
import drydock.engine.home.Workspace;
import drydock.engine.runner.output.HostileFile;
import drydock.engine.runner.output.LogFile;
import drydock.engine.runner.place.DoorFolder;
import drydock.engine.runner.place.Equipment;
import drydock.engine.runner.place.Places;
import drydock.engine.runner.place.Proxy;
import drydock.engine.runner.place.RunnerSettings;
import drydock.sandbox.Sandbox;
import drydock.sandbox.Sandbox.Exit.Reason;
import drydock.sandbox.SandboxException;
import drydock.sandbox.SandboxSpec.LayeredFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// The fifth step: the acceptance command in a clean sandbox, on base, set-up and patch. It judges;
/// it does not fail the task. Thread safe.
final class CheckRun {
  private final Equipment equipment;
  private final RunnerSettings settings;
  private final Places places;

  CheckRun(Equipment equipment, RunnerSettings settings, Places places) {
    this.equipment = equipment;
    this.settings = settings;
    this.places = places;
  }

  CheckResult judge(Run run, Checkout.Ready base, Setup.Prepared prepared, String command) {
    var folder = run.workspace().folder().resolve("check");
    var folders = equipment.driver().folders();
    folders.remove(folder);
    folders.create(folder);
    var began = System.nanoTime();
    CheckResult result;
    try (var log = LogFile.append(run.logs().resolve("check.log"), equipment.secrets())) {
      log.line("$ " + command);
      result = execute(run, base, prepared, command, folder, log, began);
      log.line("[drydock: the check ended with status " + result.exitStatus() + "]");
    } finally {
      folders.remove(folder);
    }
    run.story().tell(new EventBody.Checked(result));
    return result;
  }

  private CheckResult execute(
      Run run,
      Checkout.Ready base,
      Setup.Prepared prepared,
      String command,
      Path folder,
      LogFile log,
      long began) {
    try (var door = door(run);
        var sandbox = start(run, base, prepared, command, folder, door)) {
      var exit = Batch.attend(run, sandbox, Phase.CHECK, settings.checkTimeout(), log);
      if (exit.isEmpty()) {
        log.line("[drydock: stopped after " + settings.checkTimeout() + "]");
      }
      return result(command, exit, cameToItsEnd(folder), began);
    } catch (SandboxException e) {
      log.line("[drydock: no sandbox for the check: " + e.getMessage() + "]");
      return result(command, Optional.empty(), false, began);
    }
  }

  /// A sandbox that is killed ends with the status of a command that is: `check.bash` leaves word
  /// of the command's own end.
  private static boolean cameToItsEnd(Path folder) {
    return HostileFile.read(folder.resolve("home/upper"), ".drydock/checked", 16).isPresent();
  }

  /// A check reaches what the agent's phase may.
  private DoorFolder door(Run run) {
    return DoorFolder.open(
        equipment,
        settings.doors(),
        settings.agentEgress(),
        Optional.empty(),
        new DoorEvents(run, Phase.CHECK));
  }

  private Sandbox start(
      Run run,
      Checkout.Ready base,
      Setup.Prepared prepared,
      String command,
      Path folder,
      DoorFolder door) {
    var folders = equipment.driver().folders();
    for (var each : List.of("code/upper", "code/work", "home/upper", "home/work")) {
      folders.create(folder.resolve(each));
    }
    var patch = folder.resolve("diff.patch");
    try {
      Files.copy(run.logs().resolve("diff.patch"), patch, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare the check", e);
    }
    folders.adopt(patch);
    var environment = new HashMap<>(prepared.layer().exports());
    var networked = !(settings.agentEgress() instanceof Egress.None);
    if (networked) {
      environment.putAll(Proxy.environment());
    }
    return equipment
        .driver()
        .start(
            places.check(
                run.id(),
                List.of(
                    layered(
                        Workspace.CODE, prepared.layer().codeLowers(base.tree()), folder, "code"),
                    layered(
                        Workspace.AGENT_HOME, List.of(prepared.layer().home()), folder, "home")),
                patch,
                networked ? Optional.of(door.folder()) : Optional.empty(),
                List.of(
                    "bash", "-c", "exec 2>&1; " + Resource.text("check.bash"), "check", command),
                environment));
  }

  private static LayeredFolder layered(String target, List<Path> lowers, Path folder, String name) {
    return new LayeredFolder(
        target, lowers, folder.resolve(name + "/upper"), folder.resolve(name + "/work"));
  }

  private static CheckResult result(
      String command, Optional<Sandbox.Exit> exit, boolean ended, long began) {
    var took = Duration.ofMillis((System.nanoTime() - began) / 1_000_000);
    var exitStatus = exit.map(Sandbox.Exit::status).orElse(-1);
    var judged = ended && exit.map(Sandbox.Exit::reason).equals(Optional.of(Reason.EXITED));
    var status = judged ? exitStatus == 0 ? Status.PASSED : Status.FAILED : Status.ERROR;
    return new CheckResult(status, command, exitStatus, took);
  }
}
