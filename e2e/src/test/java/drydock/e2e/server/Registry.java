package drydock.e2e.server;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The package registries of this machine, as its own clients know them.
public enum Registry {
  NPM("npm config get registry"),

  /// What pip asks when nobody told it otherwise is known to pip alone.
  PIP(
      """
      pip config get global.index-url ||
        python3 -c 'import pip._internal.models.index as index; print(index.PyPI.simple_url)'
      """),

  /// The central repository, which Maven's super POM names.
  MAVEN(
      """
      cd "$(dirname "$(readlink -f "$(command -v mvn)")")/.." &&
        unzip -p lib/maven-model-builder*.jar org/apache/maven/model/pom-4.0.0.xml | grep '<url>'
      """);

  private static final Pattern URL = Pattern.compile("https?://[^\\s<]+");

  private final String question;

  Registry(String question) {
    this.question = question;
  }

  /// Whether its client is here and it answers, with whatever status.
  public boolean answers() {
    var urls = urls();
    return !urls.isEmpty()
        && Shell.succeeds("curl -s -o /dev/null -m 20 '" + urls.getFirst() + "'");
  }

  private List<String> urls() {
    return URL.matcher(Shell.output(question)).results().map(MatchResult::group).toList();
  }

  /// The networks in which they lie, as `DRYDOCK_EGRESS_ALLOW_PRIVATE` wants them. It is about
  /// private ones, and changes nothing for others.
  public static List<String> networks() {
    var networks = new LinkedHashSet<String>();
    for (var registry : values()) {
      for (var url : registry.urls()) {
        try {
          for (var address : InetAddress.getAllByName(URI.create(url).getHost())) {
            // The neighbours too: an index may send its client to another host for the files.
            var isIpv4 = address.getAddress().length == 4;
            networks.add(address.getHostAddress() + (isIpv4 ? "/24" : "/64"));
          }
        } catch (UnknownHostException _) {
          // Not to be reached from here: the test that needs it says so.
        }
      }
    }
    return List.copyOf(networks);
  }
}
