package drydock.git.process;

import java.util.Map;
import java.util.TreeMap;

/// The environment of commands that use the network: what git may reach, and as whom.
final class Uplinks {
  private Uplinks() {}

  static Map<String, String> environment(GitSettings settings, RemoteUrl remote) {
    var config = new TreeMap<String, String>();
    if (remote instanceof RemoteUrl.Local) {
      config.put("protocol.file.allow", "always");
    }
    var environment = new TreeMap<String, String>();
    environment.put("GIT_CONFIG_COUNT", String.valueOf(config.size()));
    var i = 0;
    for (var entry : config.entrySet()) {
      environment.put("GIT_CONFIG_KEY_" + i, entry.getKey());
      environment.put("GIT_CONFIG_VALUE_" + i, entry.getValue());
      i++;
    }
    return environment;
  }
}
