package drydock.app.settings;

import drydock.domain.Secret;
import drydock.domain.model.Budget;
import drydock.domain.model.ModelName;
import drydock.domain.model.ModelSpec;
import drydock.domain.network.Egress;
import drydock.domain.network.Uplink;
import drydock.door.provider.Provider;
import drydock.door.uplink.Cidr;
import drydock.engine.runner.approval.CommandPolicy;
import drydock.sandbox.Limits;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All settings, parsed and checked.
public record Settings(
    Path home,
    Http http,
    Optional<String> databaseUrl,
    Sandboxes sandboxes,
    Models models,
    Egresses egresses,
    Uplink uplink,
    Git git,
    Times times,
    Disk disk,
    Budget budget,
    Approvals approvals,
    Map<String, ForeignAgent> agents) {
  public Settings {
    agents = Map.copyOf(agents);
  }

  public record Http(String host, int port, Optional<URI> publicUrl) {}

  /// @param capacity none = from cores and memory
  public record Sandboxes(
      String driver, List<Path> toolchains, Optional<Integer> capacity, Limits limits) {}

  /// @param known what the operator says of models
  public record Models(
      List<Provider> providers, List<ModelSpec> known, Optional<ModelName> preferred) {}

  public record Egresses(Egress setup, Egress agent, List<Cidr> allowPrivate) {}

  /// @param tokens by host
  public record Git(Map<String, Secret> tokens, Optional<Path> sshKey, Optional<Path> knownHosts) {}

  /// @param keep work trees of ended tasks, for this long
  /// @param caches bytes that may lie unused
  /// @param floor none = by the size of the disk
  public record Disk(Duration keep, long caches, Optional<Long> floor) {}

  public record Times(Duration setup, Duration check) {}

  /// @param patience how long a person has
  public record Approvals(CommandPolicy commands, Duration patience) {}

  /// An agent of somebody else's that speaks ACP.
  public record ForeignAgent(
      List<String> command, Map<String, String> environment, List<Path> mounts) {}
}
