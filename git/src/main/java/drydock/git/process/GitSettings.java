package drydock.git.process;

import drydock.domain.Secret;
import drydock.domain.network.Uplink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// How git reaches other hosts.
///
/// @param home git's own HOME and temporary files; made when missing, private
/// @param uplink the way out: proxy and certificate authority
/// @param tokens by host (`github.com`, `git.example.org:8443`), given as the password over https
///   only
/// @param sshKey a private key without passphrase
/// @param knownHosts who may answer over ssh; none = a host is believed when first met
/// @param timeout of one git command, a first clone included
public record GitSettings(
    Path home,
    Uplink uplink,
    Map<String, Secret> tokens,
    Optional<Path> sshKey,
    Optional<Path> knownHosts,
    Duration timeout) {
  public GitSettings {
    home = home.toAbsolutePath();
    tokens = Map.copyOf(tokens);
  }
}
