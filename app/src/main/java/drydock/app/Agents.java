package drydock.app;

import drydock.app.settings.Settings;
import drydock.engine.runner.place.AgentSpec;
import drydock.engine.runner.place.RunnerSettings;
import drydock.sandbox.SandboxSpec.Bind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The agents there are: ours, and those of `drydock.yaml`.
final class Agents {
  private static final String PROGRAM = RunnerSettings.RUNTIME + "/bin/agent";

  static final List<String> RELAY = List.of(PROGRAM, "relay");

  private Agents() {}

  static Map<String, AgentSpec> of(Settings settings) {
    var agents = new HashMap<String, AgentSpec>();
    agents.put(
        "drydock",
        new AgentSpec(
            "drydock",
            List.of(PROGRAM, "acp"),
            Optional.of(".drydock/session-%s.jsonl"),
            List.of(),
            Map.of(),
            List.of()));
    settings
        .agents()
        .forEach((name, foreign) ->
            agents.put(
                name,
                new AgentSpec(
                    name,
                    foreign.command(),
                    Optional.empty(),
                    RELAY,
                    foreign.environment(),
                    foreign.mounts().stream()
                        .map(m -> new Bind(m, m.toString(), Bind.Access.READ_ONLY))
                        .toList())));
    return agents;
  }
}
