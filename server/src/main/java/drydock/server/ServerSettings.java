package drydock.server;

import drydock.domain.secret.Secrets;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// @param port 0 = any free one
/// @param publicUrl the address that others use; required for a host that is not loopback
/// @param scratch a folder for parts of requests while they arrive
/// @param maxUploadBytes the largest body that is taken
/// @param web the folder of the web workstation as built; without it, its pages say that it is
///   missing
/// @param secrets what no shared page shows
public record ServerSettings(
    String host,
    int port,
    Optional<URI> publicUrl,
    Path scratch,
    long maxUploadBytes,
    Path web,
    Secrets secrets) {}
