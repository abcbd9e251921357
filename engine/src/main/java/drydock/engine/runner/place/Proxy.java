package drydock.engine.runner.place;

import java.util.Map;

/// Tells the tool chains inside of the relay's proxy port, each in its own way, so that installs
/// work with nothing done by the user.
public final class Proxy {
  private static final String HOST = "127.0.0.1";
  private static final String URL = "http://" + HOST + ":" + RunnerSettings.RELAY_PORT;
  private static final String LOCAL = "localhost,127.0.0.1,::1";

  /// JVM tools know no `HTTPS_PROXY`. `aether.*` makes Maven 3.9's resolver look at these
  /// properties (maven-resolver, "Configuration Options").
  private static final String JVM =
      "-Dhttp.proxyHost=%1$s -Dhttp.proxyPort=%2$d -Dhttps.proxyHost=%1$s -Dhttps.proxyPort=%2$d"
              .formatted(HOST, RunnerSettings.RELAY_PORT)
          + " -Dhttp.nonProxyHosts=localhost|127.*"
          + " -Daether.connector.http.useSystemProperties=true"
          + " -Daether.transport.http.useSystemProperties=true";

  private Proxy() {}

  public static Map<String, String> environment() {
    return Map.of(
        "HTTP_PROXY", URL,
        "HTTPS_PROXY", URL,
        "http_proxy", URL,
        "https_proxy", URL,
        "NO_PROXY", LOCAL,
        "no_proxy", LOCAL,
        "MAVEN_OPTS", JVM,
        "GRADLE_OPTS", JVM);
  }
}
