package drydock.domain.network;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How this host itself reaches the world: a company's proxy, whom to reach without it, and its
/// certificate authority. Obeyed by the gateway, the mirrors and egress alike.
///
/// @param noProxy host names, `.suffix`es, addresses or CIDRs, as in `NO_PROXY`
/// @param caFile PEM certificates, trusted beside the system's own
public record Uplink(Optional<URI> proxy, List<String> noProxy, Optional<Path> caFile) {
  public static final Uplink DIRECT = new Uplink(Optional.empty(), List.of(), Optional.empty());

  public Uplink {
    noProxy = List.copyOf(noProxy);
  }
}
