package drydock.engine.runner.place;

import drydock.sandbox.SandboxSpec.Bind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A program that speaks ACP on its standard streams.
///
/// @param session its session's file in HOME, `%s` being the session's id; none = it is not known,
///   and a checkpoint has none
/// @param relay started beside it to join loopback to the door; empty if it does that itself
public record AgentSpec(
    String name,
    List<String> command,
    Optional<String> session,
    List<String> relay,
    Map<String, String> environment,
    List<Bind> binds) {
  public AgentSpec {
    command = List.copyOf(command);
    relay = List.copyOf(relay);
    environment = Map.copyOf(environment);
    binds = List.copyOf(binds);
  }
}
