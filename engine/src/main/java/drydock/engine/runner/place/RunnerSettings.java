package drydock.engine.runner.place;

import drydock.domain.network.Egress;
import drydock.engine.runner.approval.CommandPolicy;
import drydock.git.LocalPaths;
import drydock.sandbox.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// How this installation runs attempts.
///
/// @param doors a short folder for doors' sockets
/// @param limits of a sandbox that is started now
/// @param relay the argv of the relay inside, for phases whose program is not ours
/// @param runtime where the built-in agent's runtime lies on the host, shown at [#RUNTIME]
public record RunnerSettings(
    String installation,
    String node,
    Path doors,
    Path runtime,
    List<String> relay,
    Supplier<Limits> limits,
    Egress setupEgress,
    Egress agentEgress,
    Duration setupTimeout,
    Duration checkTimeout,
    CommandPolicy commands,
    Duration approvalTimeout,
    LocalPaths localPaths,
    Map<String, AgentSpec> agents) {
  /// Where the agent's runtime is inside.
  public static final String RUNTIME = "/opt/drydock/agent";

  /// The loopback port inside that the relay joins to the door.
  public static final int RELAY_PORT = 3128;

  public RunnerSettings {
    relay = List.copyOf(relay);
    agents = Map.copyOf(agents);
  }
}
