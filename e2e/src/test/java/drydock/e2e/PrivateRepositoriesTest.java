package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import drydock.domain.network.Uplink;
import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Place;
import drydock.e2e.server.SharedServer;
import drydock.e2e.server.Shell;
import drydock.e2e.server.SshHost;
import drydock.git.LocalPaths;
import drydock.git.Mirrors;
import drydock.git.process.GitException;
import drydock.git.process.GitSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Repositories that want to know who asks: the operator's key over ssh, the operator's token over
/// http.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PrivateRepositoriesTest {
  private static final String TOKEN = "t0ken-never-to-be-seen";

  private final Place place = Place.fresh();
  private final Path hosted = place.folder("hosted");
  private final Path key = place.folder("key");
  private SshHost known;
  private SshHost unknown;
  private SshHost changed;
  private HttpServer web;
  private Drydock drydock;

  @BeforeAll
  void start() throws IOException {
    var repository = Asked.repository(place, "private", Map.of("a.txt", "one\n"));
    Shell.bash(
        place.root(),
        """
        git clone -q --bare %s hosted/private.git
        git -C hosted/private.git update-server-info
        ssh-keygen -q -t ecdsa -N '' -f key
        """
            .formatted(repository));
    var welcome = place.folder("key.pub");
    known = new SshHost(hosted, welcome);
    unknown = new SshHost(hosted, welcome);
    changed = new SshHost(hosted, welcome);
    var knownHosts = place.folder("known_hosts");
    Shell.write(knownHosts, known.knownHost() + changed.knownHostWithKeyOf(known));
    web = web();
    Shell.write(
        place.home().resolve("drydock.yaml"),
        "git:\n  credentials:\n    %s: %s\n".formatted(webHost(), TOKEN));
    place.script("count", Asked.runs("", "echo two >a.txt") + Asked.says("Counted."));
    var settings = new HashMap<>(SharedServer.SETTINGS);
    settings.put("DRYDOCK_GIT_SSH_KEY", key.toString());
    settings.put("DRYDOCK_GIT_KNOWN_HOSTS", knownHosts.toString());
    drydock = Drydock.up(place, settings);
  }

  /// The repositories as files, which Git reads too (gitprotocol-http(5), dumb clients).
  private HttpServer web() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server
        .createContext("/", SimpleFileServer.createFileHandler(hosted))
        .setAuthenticator(
            new BasicAuthenticator("private") {
              @Override
              public boolean checkCredentials(String user, String password) {
                return password.equals(TOKEN);
              }
            });
    server.start();
    return server;
  }

  private String webHost() {
    return "127.0.0.1:" + web.getAddress().getPort();
  }

  @AfterAll
  void stop() {
    drydock.close();
    web.stop(0);
    for (var host : new SshHost[] {known, unknown, changed}) {
      host.close();
    }
    place.remove();
  }

  private String task(String url) {
    var task =
        Client.JSON.createObjectNode().put("prompt", "Count.").put("model", "scripted/count");
    task.putObject("repo").put("url", url);
    return drydock.client().create(task);
  }

  @Test
  void a_key_opens_a_repository_over_ssh_and_a_token_one_over_http() throws IOException {
    var client = drydock.client();
    var urls =
        new String[] {known.url("git", "private.git"), "http://" + webHost() + "/private.git"};
    for (var url : urls) {
      var id = task(url);
      assertThat(client.ended(id).path("state").asText())
          .as(() -> client.story(id))
          .isEqualTo("succeeded");
      assertThat(client.patch(id)).endsWith("@@ -1 +1 @@\n-one\n+two\n");
    }
    // A line of the key's own, and not of its frame.
    var secret = Files.readAllLines(key).get(2);
    for (var each : new String[] {TOKEN, secret}) {
      assertThat(Shell.bash(place.root(), "grep -rslF -- '" + each + "' home server.log || true"))
          .isEqualTo(each.equals(TOKEN) ? "home/drydock.yaml\n" : "");
    }
  }

  @Test
  void what_keeps_a_repository_closed_is_said_in_one_line() {
    var gone = new SshHost(hosted, place.folder("key.pub"));
    gone.close();
    var expected = new LinkedHashMap<String, String>();
    expected.put(
        known.url("stranger", "private.git"),
        "the host does not accept the ssh key: set DRYDOCK_GIT_SSH_KEY to one that it accepts,"
            + " without a passphrase");
    expected.put(
        known.url("git", "missing.git"), "there is no git repository: check the URL or path");
    expected.put(
        unknown.url("git", "private.git"),
        "the host is not in known_hosts: add its key there (DRYDOCK_GIT_KNOWN_HOSTS)");
    expected.put(
        changed.url("git", "private.git"),
        "the host shows another key than the one in known_hosts: if it was changed on purpose,"
            + " correct that line (DRYDOCK_GIT_KNOWN_HOSTS, or git/known_hosts in DRYDOCK_HOME)");
    expected.put(
        gone.url("git", "private.git"),
        "the host does not answer: check the URL, or try again later");
    var ids = new LinkedHashMap<String, String>();
    expected.keySet().forEach(url -> ids.put(url, task(url)));

    ids.forEach((url, id) -> {
      var failure = drydock.client().ended(id).path("failure");
      assertThat(failure.path("message").asText()).isEqualTo(url + ": " + expected.get(url));
      assertThat(failure.path("cause").asText()).isEqualTo("repository_unavailable");
    });
  }

  @Test
  void without_a_known_hosts_file_a_host_is_believed_once() throws IOException {
    var git = place.folder("git-of-another");
    var settings =
        new GitSettings(
            git,
            Uplink.DIRECT,
            Map.of(),
            Optional.of(key),
            Optional.empty(),
            Duration.ofMinutes(1));
    var mirrors = new Mirrors(place.folder("mirrors-of-another"), settings);
    var url = known.url("git", "private.git");

    assertThat(fetched(mirrors, url)).isEqualTo("The base");
    assertThat(git.resolve("known_hosts")).hasContent(known.knownHost());

    Shell.write(git.resolve("known_hosts"), known.knownHostWithKeyOf(changed));
    assertThatThrownBy(() -> fetched(mirrors, url))
        .isInstanceOf(GitException.class)
        .hasMessageContaining("the host shows another key");
  }

  private static String fetched(Mirrors mirrors, String url) {
    var mirror = mirrors.ofUrl(url, Optional.empty(), LocalPaths.REFUSED);
    return mirror.resolve(Optional.empty()).subject();
  }

  @Test
  void an_option_for_ssh_is_no_host() {
    var mark = place.folder("owned");
    var task = Client.JSON.createObjectNode().put("prompt", "x").put("model", "scripted/count");
    for (var url :
        new String[] {
          "ssh://-oProxyCommand=touch%20" + mark + "/x",
          "-oProxyCommand=touch " + mark + ":x",
          "git@-oProxyCommand=touch" + mark + ":x",
          "ssh://-l@127.0.0.1/x"
        }) {
      task.putObject("repo").put("url", url);
      var problem = Client.expect(400, drydock.client().post("/api/tasks", task));
      assertThat(problem.path("code").asText()).isEqualTo("repository_invalid");
      assertThat(problem.path("detail").asText()).startsWith("not a repository's URL: ");
    }
    assertThat(mark).doesNotExist();
  }
}
