package drydock.engine.runner.place;

import drydock.domain.task.AttemptId;
import drydock.engine.home.Workspace;
import drydock.sandbox.Labels;
import drydock.sandbox.SandboxSpec;
import drydock.sandbox.SandboxSpec.Bind;
import drydock.sandbox.SandboxSpec.LayeredFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The sandbox of each phase, as a spec: pure.
public final class Places {
  private final RunnerSettings settings;

  public Places(RunnerSettings settings) {
    this.settings = settings;
  }

  /// Where set-up runs: over the checkout, with a way to the network.
  public SandboxSpec setup(
      AttemptId id, List<LayeredFolder> folders, Path door, List<String> command) {
    var environment = basics(id);
    environment.putAll(Proxy.environment());
    return spec(
        labels(id, "setup"),
        folders,
        List.of(runtime()),
        Optional.of(door),
        settings.relay(),
        command,
        environment);
  }

  /// Where the agent works: its model is behind the door, and no network unless allowed.
  public SandboxSpec agent(
      AttemptId id,
      AgentSpec agent,
      List<LayeredFolder> folders,
      Workspace workspace,
      Path door,
      Map<String, String> environment) {
    var binds = new ArrayList<>(List.of(runtime()));
    binds.add(new Bind(workspace.output(), Workspace.OUTPUT, Bind.Access.READ_WRITE));
    binds.add(new Bind(workspace.attachments(), "/app/attachments", Bind.Access.READ_ONLY));
    binds.add(new Bind(workspace.taskJson(), "/app/task.json", Bind.Access.READ_ONLY));
    binds.add(new Bind(workspace.shellEnvironment(), "/app/shell.env", Bind.Access.READ_ONLY));
    binds.addAll(agent.binds());
    var all = basics(id);
    all.putAll(environment);
    all.putAll(agent.environment());
    return spec(
        labels(id, "agent"),
        folders,
        binds,
        Optional.of(door),
        agent.relay(),
        agent.command(),
        all);
  }

  /// Where the acceptance command judges: clean, with the patch shown.
  public SandboxSpec check(
      AttemptId id,
      List<LayeredFolder> folders,
      Path patch,
      Optional<Path> door,
      List<String> command,
      Map<String, String> environment) {
    var all = basics(id);
    all.putAll(environment);
    return spec(
        labels(id, "check"),
        folders,
        List.of(runtime(), new Bind(patch, "/app/diff.patch", Bind.Access.READ_ONLY)),
        door,
        door.isPresent() ? settings.relay() : List.of(),
        command,
        all);
  }

  /// Where a patch is applied to a workspace that lost what was in it.
  public SandboxSpec rebuild(
      AttemptId id, List<LayeredFolder> folders, Path patch, List<String> command) {
    return spec(
        labels(id, "rebuild"),
        folders,
        List.of(new Bind(patch, "/app/diff.patch", Bind.Access.READ_ONLY)),
        Optional.empty(),
        List.of(),
        command,
        basics(id));
  }

  private Bind runtime() {
    return new Bind(settings.runtime(), RunnerSettings.RUNTIME, Bind.Access.READ_ONLY);
  }

  private Labels labels(AttemptId id, String phase) {
    return new Labels(settings.installation(), settings.node(), id + "-" + phase);
  }

  private static Map<String, String> basics(AttemptId id) {
    var environment = new HashMap<String, String>();
    environment.put("HOME", Workspace.AGENT_HOME);
    environment.put("CI", "1");
    environment.put("DRYDOCK", "1");
    environment.put("DRYDOCK_TASK_ID", id.task().value());
    environment.put("LANG", "C.UTF-8");
    return environment;
  }

  private SandboxSpec spec(
      Labels labels,
      List<LayeredFolder> folders,
      List<Bind> binds,
      Optional<Path> door,
      List<String> relay,
      List<String> command,
      Map<String, String> environment) {
    if (door.isPresent()) {
      // For the relay, wherever it runs: in a process of its own or in the agent's.
      environment.put("DRYDOCK_DOOR", SandboxSpec.DOOR + "/door.sock");
      environment.put("DRYDOCK_RELAY_PORTS", String.valueOf(RunnerSettings.RELAY_PORT));
    }
    return new SandboxSpec(
        labels,
        Optional.empty(),
        folders,
        binds,
        door,
        relay,
        command,
        Workspace.CODE,
        environment,
        settings.limits().get());
  }
}
