package drydock.engine.isolation;

import drydock.domain.Secret;
import drydock.domain.model.Budget;
import drydock.domain.model.ModelName;
import drydock.domain.model.ModelSpec;
import drydock.domain.model.Usage;
import drydock.domain.network.NetworkAttempt;
import drydock.domain.task.AttemptId;
import drydock.domain.task.Mode;
import drydock.domain.task.TaskId;
import drydock.door.DoorListener;
import drydock.door.DoorSpec;
import drydock.engine.home.Workspace;
import drydock.engine.runner.place.AgentEnvironment;
import drydock.engine.runner.place.AgentSpec;
import drydock.engine.runner.place.DoorFolder;
import drydock.engine.runner.place.Equipment;
import drydock.engine.runner.place.Places;
import drydock.engine.runner.place.RunnerSettings;
import drydock.sandbox.SandboxSpec;
import drydock.sandbox.selftest.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// A phase whose rooms are made of what the runner makes those of tasks of: [Places], [DoorFolder].
/// Thread safe.
///
/// @param model the agent's, if there is one; the agent's door has no gateway else
/// @param ids of attempts that are no task's
/// @param live the labels' names of all sandboxes that rooms were opened for
/// @param folder where rooms' folders are made
record PhaseStage(
    Kind kind,
    Equipment equipment,
    RunnerSettings settings,
    Optional<ModelSpec> model,
    Supplier<TaskId> ids,
    Set<String> live,
    Path folder)
    implements Stage {
  enum Kind {
    SETUP,
    AGENT
  }

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Budget BUDGET =
      new Budget(Optional.empty(), Optional.of(0L), Optional.empty(), Duration.ofMinutes(1));

  @Override
  public List<String> java() {
    return List.of(RunnerSettings.RUNTIME + "/runtime/bin/java");
  }

  @Override
  public Room open(String name) {
    var workspace = new Workspace(folder.resolve(name));
    workspace.create(equipment.driver().folders());
    var lower = workspace.folder().resolve("lower");
    equipment.driver().folders().create(lower);
    var token = new Secret("dd_" + hex());
    var egress = kind == Kind.SETUP ? settings.setupEgress() : settings.agentEgress();
    var access =
        model
            .filter(_ -> kind == Kind.AGENT)
            .map(m ->
                new DoorSpec.ModelAccess(token, m, () -> BUDGET, Usage.NONE, workspace.folder()));
    var door = DoorFolder.open(equipment, settings.doors(), egress, access, new Deaf());
    var id = new AttemptId(ids.get(), 1);
    var spec =
        switch (kind) {
          case SETUP -> setup(id, workspace, lower, door);
          case AGENT -> agent(id, workspace, lower, door, token);
        };
    live.add(spec.labels().name());
    return new OpenRoom(spec, access.map(a -> a.token().reveal()), door, workspace, this);
  }

  private SandboxSpec setup(AttemptId id, Workspace workspace, Path lower, DoorFolder door) {
    return new Places(settings)
        .setup(
            id,
            List.of(workspace.code(List.of(lower)), workspace.home(List.of(lower))),
            door.folder(),
            List.of());
  }

  private SandboxSpec agent(
      AttemptId id, Workspace workspace, Path lower, DoorFolder door, Secret token) {
    for (var file : List.of(workspace.taskJson(), workspace.shellEnvironment())) {
      try {
        Files.writeString(file, "");
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write " + file, e);
      }
      equipment.driver().folders().adopt(file);
    }
    // What this program needs beside it, the agent does itself: it relays to its door.
    var ours =
        new AgentSpec("self-test", List.of(), Optional.empty(), List.of(), Map.of(), List.of());
    return new Places(settings)
        .agent(
            id,
            ours,
            List.of(workspace.code(List.of(lower)), workspace.home(List.of(lower))),
            workspace,
            door.folder(),
            model.map(m -> AgentEnvironment.of(m, Mode.CODE, token)).orElse(Map.of()));
  }

  private static String hex() {
    var bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private record OpenRoom(
      SandboxSpec spec,
      Optional<String> token,
      DoorFolder folderOfDoor,
      Workspace workspace,
      PhaseStage stage)
      implements Room {
    @Override
    public void close() {
      folderOfDoor.close();
      stage.equipment.driver().folders().remove(workspace.folder());
      stage.live.remove(spec.labels().name());
    }
  }

  /// What the test tries at a door is no task's.
  private static final class Deaf implements DoorListener {
    @Override
    public void network(NetworkAttempt attempt) {}

    @Override
    public void called(ModelName name, Usage usage, Duration took, int status) {}
  }
}
