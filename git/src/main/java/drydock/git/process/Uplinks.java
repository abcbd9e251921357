package drydock.git.process;

import drydock.domain.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The environment of commands that use the network: what git may reach, and as whom. A token is in
/// no argument, URL or file: git asks a helper for it, bound by git itself to the one host (so a
/// redirect elsewhere does not get it), and the helper prints an environment variable.
final class Uplinks {
  private static final String HELPER =
      "!f() { test \"$1\" = get && printf 'username=x-access-token\\npassword=%s\\n'"
          + " \"$DRYDOCK_GIT_TOKEN\"; }; f";

  private Uplinks() {}

  static Map<String, String> environment(GitSettings settings, RemoteUrl remote) {
    return switch (remote) {
      case RemoteUrl.Local _ -> Map.of("GIT_ALLOW_PROTOCOL", "file");
      case RemoteUrl.Ssh _ -> Map.of("GIT_SSH_COMMAND", ssh(settings), "GIT_SSH_VARIANT", "ssh");
      case RemoteUrl.Http http -> http(settings, http);
    };
  }

  private static Map<String, String> http(GitSettings settings, RemoteUrl.Http remote) {
    var config = new TreeMap<String, String>();
    var uplink = settings.uplink();
    uplink.proxy().map(URI::toString).ifPresent(proxy -> config.put("http.proxy", proxy));
    uplink.caFile().ifPresent(_ -> config.put("http.sslCAInfo", GitHome.caFile(settings)));
    var token = token(settings, remote);
    token.ifPresent(_ -> config.put("credential." + remote.origin() + ".helper", HELPER));
    var environment = withConfig(config);
    token.ifPresent(secret -> environment.put("DRYDOCK_GIT_TOKEN", secret.reveal()));
    environment.put("no_proxy", String.join(",", uplink.noProxy()));
    return environment;
  }

  /// Never over a wire that others can read.
  private static Optional<Secret> token(GitSettings settings, RemoteUrl.Http remote) {
    var isPrivate = remote.scheme().equals("https") || remote.isLoopback();
    return Optional.ofNullable(settings.tokens().get(remote.host())).filter(_ -> isPrivate);
  }

  /// Nothing of the host user's own ssh: no configuration, no agent, no keys but the one. Without
  /// one, ssh would try the usual files of the user's `~/.ssh`, wherever HOME points
  /// (ssh_config(5), IdentityFile).
  static String ssh(GitSettings settings) {
    var command =
        new StringBuilder("ssh -F /dev/null -o BatchMode=yes -o ConnectTimeout=20")
            .append(" -o ServerAliveInterval=15 -o ServerAliveCountMax=4")
            .append(" -o IdentitiesOnly=yes -o IdentityAgent=none -o ControlPath=none")
            .append(" -o ForwardAgent=no -o ClearAllForwardings=yes -o PermitLocalCommand=no");
    command.append(
        settings.knownHosts().isPresent()
            ? " -o StrictHostKeyChecking=yes"
            : " -o StrictHostKeyChecking=accept-new");
    var known = settings.knownHosts().orElse(settings.home().resolve("known_hosts"));
    command.append(" -o GlobalKnownHostsFile=none");
    command.append(" -o ").append(quoted("UserKnownHostsFile=\"" + literal(known) + "\""));
    var key = settings.sshKey().map(Uplinks::literal).orElse("none");
    return command.append(" -o ").append(quoted("IdentityFile=\"" + key + "\"")).toString();
  }

  /// A path in which ssh finds no token (ssh_config(5), TOKENS).
  private static String literal(Path path) {
    return path.toString().replace("%", "%%");
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private static Map<String, String> withConfig(Map<String, String> config) {
    var environment = new TreeMap<String, String>();
    config.forEach((key, value) -> {
      var i = environment.size() / 2;
      environment.put("GIT_CONFIG_KEY_" + i, key);
      environment.put("GIT_CONFIG_VALUE_" + i, value);
    });
    environment.put("GIT_CONFIG_COUNT", String.valueOf(config.size()));
    return environment;
  }
}
