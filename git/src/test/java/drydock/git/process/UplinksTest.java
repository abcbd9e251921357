package drydock.git.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.Secret;
import drydock.domain.network.Uplink;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UplinksTest {
  private static final GitSettings SETTINGS =
      new GitSettings(
          Path.of("/home/of git"),
          new Uplink(
              Optional.of(URI.create("http://proxy:3128")),
              List.of("localhost", ".corp"),
              Optional.of(Path.of("/ca.pem"))),
          Map.of("example.org", new Secret("t0ken"), "127.0.0.1:1234", new Secret("l0cal")),
          Optional.of(Path.of("/keys/it's 100%")),
          Optional.empty(),
          Duration.ofMinutes(1));

  private static Map<String, String> environment(String url) {
    return Uplinks.environment(SETTINGS, RemoteUrl.parse(url));
  }

  @Test
  void a_token_goes_through_a_helper_that_is_bound_to_its_host() {
    assertThat(environment("https://example.org/a"))
        .isEqualTo(
            Map.of(
                "GIT_CONFIG_COUNT",
                "3",
                "GIT_CONFIG_KEY_0",
                "credential.https://example.org.helper",
                "GIT_CONFIG_VALUE_0",
                "!f() { test \"$1\" = get && printf 'username=x-access-token\\npassword=%s\\n'"
                    + " \"$DRYDOCK_GIT_TOKEN\"; }; f",
                "GIT_CONFIG_KEY_1",
                "http.proxy",
                "GIT_CONFIG_VALUE_1",
                "http://proxy:3128",
                "GIT_CONFIG_KEY_2",
                "http.sslCAInfo",
                "GIT_CONFIG_VALUE_2",
                "/home/of git/ca.pem",
                "DRYDOCK_GIT_TOKEN",
                "t0ken",
                "no_proxy",
                "localhost,.corp"));
  }

  @Test
  void a_token_is_given_to_no_other_host_and_over_no_open_wire() {
    assertThat(environment("https://example.org.evil/a")).doesNotContainValue("t0ken");
    assertThat(environment("https://example.org:444/a")).doesNotContainValue("t0ken");
    assertThat(environment("http://example.org/a")).doesNotContainValue("t0ken");
    assertThat(environment("git@example.org:a")).doesNotContainValue("t0ken");
    assertThat(environment("http://127.0.0.1:1234/a")).containsValue("l0cal");
  }

  @Test
  void ssh_uses_nothing_of_the_host_user() {
    assertThat(environment("git@example.org:a").get("GIT_SSH_COMMAND"))
        .isEqualTo(
            "ssh -F /dev/null -o BatchMode=yes -o ConnectTimeout=20 -o ServerAliveInterval=15"
                + " -o ServerAliveCountMax=4 -o IdentitiesOnly=yes -o IdentityAgent=none"
                + " -o ControlPath=none -o ForwardAgent=no -o ClearAllForwardings=yes"
                + " -o PermitLocalCommand=no -o StrictHostKeyChecking=accept-new"
                + " -o GlobalKnownHostsFile=none"
                + " -o 'UserKnownHostsFile=\"/home/of git/known_hosts\"'"
                + " -o 'IdentityFile=\"/keys/it'\\''s 100%%\"'");
  }

  @Test
  void without_a_key_ssh_tries_none_of_the_host_user() {
    var settings =
        new GitSettings(
            Path.of("/git"),
            Uplink.DIRECT,
            Map.of(),
            Optional.empty(),
            Optional.of(Path.of("/etc/hosts that are known")),
            Duration.ofMinutes(1));
    assertThat(Uplinks.ssh(settings))
        .endsWith(
            " -o StrictHostKeyChecking=yes -o GlobalKnownHostsFile=none"
                + " -o 'UserKnownHostsFile=\"/etc/hosts that are known\"'"
                + " -o 'IdentityFile=\"none\"'");
  }

  /// What the real ssh makes of it (`-G`), on a machine whose user may have keys.
  @Test
  @Tag("integration")
  void ssh_itself_knows_no_other_key_agent_or_host() throws IOException {
    var command = environment("git@example.org:a").get("GIT_SSH_COMMAND") + " -G example.org";
    var process = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true).start();
    var lines = new String(process.getInputStream().readAllBytes(), UTF_8).lines();
    assertThat(lines.filter(line -> line.matches("(identity|.*knownhosts)(file|agent) .*")))
        .containsExactlyInAnyOrder(
            "identityagent none",
            "identityfile /keys/it's 100%%",
            "globalknownhostsfile none",
            "userknownhostsfile /home/of git/known_hosts");
  }

  @Test
  void a_local_path_is_the_only_thing_that_may_be_a_file() {
    assertThat(environment("/srv/a")).isEqualTo(Map.of("GIT_ALLOW_PROTOCOL", "file"));
  }
}
