package drydock.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.Secret;
import drydock.domain.model.Dialect;
import drydock.domain.model.ModelName;
import drydock.domain.network.Egress;
import drydock.door.provider.Provider;
import drydock.engine.runner.approval.CommandPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsReaderTest {
  @TempDir Path home;

  private Settings read(Map<String, String> environment) {
    var all = new HashMap<>(environment);
    all.put("DRYDOCK_HOME", home.toString());
    return new SettingsReader(all, Path.of("/home/ann"), false, Path.of("/opt/examples")).read();
  }

  private void yaml(String text) throws IOException {
    Files.writeString(home.resolve("drydock.yaml"), text);
  }

  @Test
  void with_nothing_set_the_defaults_hold() {
    var settings = read(Map.of());

    assertThat(settings.http()).isEqualTo(new Settings.Http("127.0.0.1", 8080, Optional.empty()));
    assertThat(settings.egresses())
        .isEqualTo(new Settings.Egresses(new Egress.All(), new Egress.None(), List.of()));
    assertThat(settings.budget().time()).isEqualTo(Duration.ofHours(1));
    assertThat(settings.models().providers())
        .containsExactly(Provider.scripted(Path.of("/opt/examples/scripts")));
    assertThat(settings.databaseUrl()).isEmpty();
  }

  @Test
  void home_is_in_var_lib_for_root_and_in_the_user_s_folder_otherwise() {
    assertThat(new SettingsReader(Map.of(), Path.of("/root"), true, home).home())
        .isEqualTo(Path.of("/var/lib/drydock"));
    assertThat(new SettingsReader(Map.of(), Path.of("/home/ann"), false, home).home())
        .isEqualTo(Path.of("/home/ann/.drydock"));
  }

  @Test
  void the_environment_wins_over_the_file() throws IOException {
    yaml("DRYDOCK_PORT: 9000\nDRYDOCK_HOST: 127.0.0.2\n");

    assertThat(read(Map.of("DRYDOCK_PORT", "9001")).http())
        .isEqualTo(new Settings.Http("127.0.0.2", 9001, Optional.empty()));
  }

  @Test
  void a_base_url_without_a_key_is_a_provider_that_speaks_chat() {
    var settings = read(Map.of("OPENAI_BASE_URL", "http://127.0.0.1:11434/v1"));

    assertThat(settings.models().providers().getFirst())
        .isInstanceOfSatisfying(
            Provider.Remote.class,
            p -> {
              assertThat(p.name()).isEqualTo("openai");
              assertThat(p.key()).isEmpty();
              assertThat(p.dialect()).isEqualTo(Dialect.OPENAI_CHAT);
            });
  }

  @Test
  void the_file_says_what_does_not_fit_one_value() throws IOException {
    yaml(
        """
        models:
          openai/tiny: {contextTokens: 4096, tools: text, inputUsdPerMTok: 1, outputUsdPerMTok: 2}
        agents:
          mine: {command: [/opt/mine/bin/mine, --acp], env: {QUIET: "1"}, mount: [/opt/mine]}
        git: {credentials: {git.example.org: s3cret}}
        """);

    var settings = read(Map.of());

    assertThat(settings.models().known())
        .singleElement()
        .satisfies(model -> {
          assertThat(model.name()).isEqualTo(new ModelName("openai", "tiny"));
          assertThat(model.contextTokens()).isEqualTo(4096);
          assertThat(model.price()).isPresent();
        });
    assertThat(settings.agents())
        .isEqualTo(
            Map.of(
                "mine",
                new Settings.ForeignAgent(
                    List.of("/opt/mine/bin/mine", "--acp"),
                    Map.of("QUIET", "1"),
                    List.of(Path.of("/opt/mine")))));
    assertThat(settings.git().tokens()).isEqualTo(Map.of("git.example.org", new Secret("s3cret")));
    assertThat(settings.toString()).doesNotContain("s3cret");
  }

  @Test
  void what_agents_may_do_without_asking_is_a_policy_and_a_list() throws IOException {
    assertThat(read(Map.of()).approvals())
        .isEqualTo(new Settings.Approvals(CommandPolicy.OPEN, Duration.ofMinutes(30)));
    yaml("commands: {allow: [make, 'npm test *']}\n");
    assertThat(
            read(Map.of("DRYDOCK_COMMANDS", "allow-list", "DRYDOCK_APPROVAL_TIMEOUT", "PT5M"))
                .approvals())
        .isEqualTo(
            new Settings.Approvals(
                new CommandPolicy(CommandPolicy.Level.ALLOW_LIST, List.of("make", "npm test *")),
                Duration.ofMinutes(5)));
  }

  @Test
  void what_the_launcher_and_the_client_read_is_not_refused() {
    var theirs = Map.of("DRYDOCK_NO_INSTALL", "1", "DRYDOCK_JAVA_OPTS", "-Xmx1g");

    assertThat(read(theirs).http()).isEqualTo(read(Map.of()).http());
  }

  @Test
  void what_is_wrong_is_named_with_what_it_should_be() throws IOException {
    assertWrong(
        Map.of("DRYDOCK_PROT", "1"), "unknown setting DRYDOCK_PROT; did you mean DRYDOCK_PORT?");
    assertWrong(
        Map.of("DRYDOCK_PORT", "http"),
        "DRYDOCK_PORT is 'http', but must be a number from 0 to 65535");
    assertWrong(
        Map.of("DRYDOCK_TASK_TIMEOUT", "1h"),
        "DRYDOCK_TASK_TIMEOUT is '1h', but must be an ISO 8601 duration above zero, like PT1H or PT90S");
    assertWrong(
        Map.of("DRYDOCK_SANDBOX", "docker"),
        "DRYDOCK_SANDBOX is 'docker', but only 'oci' (or 'auto') is available yet");
    assertWrong(
        Map.of("DRYDOCK_MODEL", "gpt-5"),
        "DRYDOCK_MODEL is 'gpt-5', but must be provider/model, like openai/gpt-5");
    assertWrong(
        Map.of("DRYDOCK_EGRESS_ALLOW_PRIVATE", "10.0.0.0/99"),
        "DRYDOCK_EGRESS_ALLOW_PRIVATE is '10.0.0.0/99', but must be networks like 10.0.0.0/8, separated by commas");
    assertWrong(
        Map.of("DRYDOCK_COMMANDS", "never"),
        "DRYDOCK_COMMANDS is 'never', but must be open, ask or allow-list");
    yaml("commands: {allow: make}\n");
    assertWrong(
        Map.of(), home.resolve("drydock.yaml") + ": commands.allow must be a list of commands");
    yaml("modles: {}\n");
    assertWrong(
        Map.of(), home.resolve("drydock.yaml") + ": unknown key 'modles'; did you mean 'models'?");
    yaml("- a\n");
    assertWrong(Map.of(), home.resolve("drydock.yaml") + ": must be keys and values");
  }

  private void assertWrong(Map<String, String> environment, String message) {
    assertThatThrownBy(() -> read(environment))
        .isInstanceOf(SettingsException.class)
        .hasMessage(message);
  }
}
