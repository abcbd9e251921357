package drydock.app.settings;

import drydock.domain.Secret;
import drydock.domain.model.Budget;
import drydock.domain.model.Dialect;
import drydock.domain.model.ModelName;
import drydock.domain.network.Egress;
import drydock.domain.network.Uplink;
import drydock.door.provider.Provider;
import drydock.door.uplink.Cidr;
import drydock.engine.runner.approval.CommandPolicy;
import drydock.sandbox.Limits;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads all settings: the environment wins over `drydock.yaml`, which wins over the defaults.
public final class SettingsReader {
  private final Map<String, String> environment;
  private final Path userHome;
  private final boolean root;
  private final Path examples;

  /// @param root whether the server runs as root
  /// @param examples folder of the examples that ship
  public SettingsReader(
      Map<String, String> environment, Path userHome, boolean root, Path examples) {
    this.environment = environment;
    this.userHome = userHome;
    this.root = root;
    this.examples = examples;
  }

  /// @throws SettingsException if one is wrong, unknown or contradicts another
  public Settings read() {
    refuseUnknown();
    var home = home();
    var yaml = YamlFile.read(home.resolve("drydock.yaml"));
    var all = new HashMap<>(yaml.values());
    all.putAll(environment);
    var values = new Values(all, userHome);
    refuseWhatIsNotThere(values);
    return new Settings(
        home,
        new Settings.Http(
            values.text(Key.DRYDOCK_HOST, "127.0.0.1"),
            values.number(Key.DRYDOCK_PORT, 0, 65535, 8080),
            values.url(Key.DRYDOCK_PUBLIC_URL)),
        values.text(Key.DRYDOCK_DATABASE_URL),
        sandboxes(values),
        models(values, yaml),
        egresses(values),
        uplink(values),
        git(values, yaml),
        new Settings.Times(
            values.duration(Key.DRYDOCK_SETUP_TIMEOUT, Duration.ofMinutes(30)),
            values.duration(Key.DRYDOCK_CHECK_TIMEOUT, Duration.ofMinutes(30))),
        new Settings.Disk(
            values.duration(Key.DRYDOCK_KEEP, Duration.ofDays(30)),
            values.bytes(Key.DRYDOCK_CACHE_BYTES, 20L << 30),
            values.text(Key.DRYDOCK_DISK_FLOOR).isEmpty()
                ? Optional.empty()
                : Optional.of(values.bytes(Key.DRYDOCK_DISK_FLOOR, 1L << 30))),
        new Budget(
            values.money(Key.DRYDOCK_TASK_BUDGET_USD),
            values.parsed(Key.DRYDOCK_TASK_BUDGET_TOKENS, "a number of tokens", Long::valueOf),
            values.parsed(
                Key.DRYDOCK_TASK_BUDGET_CALLS, "a number of model calls", Integer::valueOf),
            values.duration(Key.DRYDOCK_TASK_TIMEOUT, Duration.ofHours(1))),
        approvals(values, yaml),
        Trees.agents(yaml, values));
  }

  /// Only our own prefix: other variables belong to other programs.
  private void refuseUnknown() {
    // DRYDOCK_URL and DRYDOCK_TOKEN are the client's, DRYDOCK_TASK_ID a sandbox's, the last two the
    // launcher's.
    var others =
        List.of(
            "DRYDOCK_URL",
            "DRYDOCK_TOKEN",
            "DRYDOCK_TASK_ID",
            "DRYDOCK_NO_INSTALL",
            "DRYDOCK_JAVA_OPTS");
    for (var name : environment.keySet()) {
      if (name.startsWith("DRYDOCK_") && !Key.names().contains(name) && !others.contains(name)) {
        throw new SettingsException(
            "unknown setting %s; did you mean %s?".formatted(name, Nearest.of(name, Key.names())));
      }
    }
  }

  public Path home() {
    return new Values(environment, userHome)
        .path(Key.DRYDOCK_HOME)
        .orElse(root ? Path.of("/var/lib/drydock") : userHome.resolve(".drydock"));
  }

  private static void refuseWhatIsNotThere(Values values) {
    var sandbox = values.text(Key.DRYDOCK_SANDBOX, "auto");
    if (!List.of("auto", "oci").contains(sandbox)) {
      throw new SettingsException(
          "DRYDOCK_SANDBOX is '" + sandbox + "', but only 'oci' (or 'auto') is available yet");
    }
  }

  private static Settings.Approvals approvals(Values values, YamlFile yaml) {
    return new Settings.Approvals(
        new CommandPolicy(
            values
                .parsed(Key.DRYDOCK_COMMANDS, "open, ask or allow-list", CommandPolicy.Level::parse)
                .orElse(CommandPolicy.Level.OPEN),
            Trees.allowedCommands(yaml)),
        values.duration(Key.DRYDOCK_APPROVAL_TIMEOUT, Duration.ofMinutes(30)));
  }

  private static Settings.Sandboxes sandboxes(Values values) {
    var toolchains =
        values.text(Key.DRYDOCK_TOOLCHAINS).stream()
            .flatMap(text -> Arrays.stream(text.split("[:,]")))
            .map(values::path)
            .toList();
    for (var folder : toolchains) {
      if (!Files.isDirectory(folder)) {
        throw new SettingsException("DRYDOCK_TOOLCHAINS names " + folder + ", which is no folder");
      }
    }
    var cores = Runtime.getRuntime().availableProcessors();
    return new Settings.Sandboxes(
        values.text(Key.DRYDOCK_SANDBOX, "auto"),
        toolchains,
        values.text(Key.DRYDOCK_CAPACITY).isEmpty()
            ? Optional.empty()
            : Optional.of(values.number(Key.DRYDOCK_CAPACITY, 1, 10_000, 1)),
        new Limits(
            values.bytes(Key.DRYDOCK_SANDBOX_MEMORY, 4L << 30),
            values
                .parsed(
                    Key.DRYDOCK_SANDBOX_CPUS, "a number of cores like 2 or 1.5", Double::valueOf)
                .orElse((double) cores),
            values.number(Key.DRYDOCK_SANDBOX_PIDS, 16, 1_000_000, 2048),
            values.bytes(Key.DRYDOCK_SANDBOX_DISK, 20L << 30)));
  }

  private Settings.Models models(Values values, YamlFile yaml) {
    var providers = new ArrayList<Provider>();
    var openaiUrl = values.url(Key.OPENAI_BASE_URL);
    var openaiKey = values.text(Key.OPENAI_API_KEY).map(Secret::new);
    if (openaiUrl.isPresent() || openaiKey.isPresent()) {
      providers.add(
          spoken(
              Provider.openai(openaiUrl, openaiKey),
              values.parsed(Key.OPENAI_DIALECT, "chat or responses", SettingsReader::dialect)));
    }
    var anthropicUrl = values.url(Key.ANTHROPIC_BASE_URL);
    var anthropicKey = values.text(Key.ANTHROPIC_API_KEY).map(Secret::new);
    if (anthropicUrl.isPresent() || anthropicKey.isPresent()) {
      providers.add(Provider.anthropic(anthropicUrl, anthropicKey));
    }
    providers.add(
        Provider.scripted(values.path(Key.DRYDOCK_SCRIPTS).orElse(examples.resolve("scripts"))));
    return new Settings.Models(
        providers,
        Trees.models(yaml, providers),
        values.parsed(Key.DRYDOCK_MODEL, "provider/model, like openai/gpt-5", ModelName::parse));
  }

  private static Dialect dialect(String text) {
    return switch (text) {
      case "chat" -> Dialect.OPENAI_CHAT;
      case "responses" -> Dialect.OPENAI_RESPONSES;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Provider.Remote spoken(Provider.Remote provider, Optional<Dialect> dialect) {
    return new Provider.Remote(
        provider.name(),
        provider.baseUrl(),
        provider.key(),
        dialect.orElse(provider.dialect()),
        provider.dialects(),
        provider.limits());
  }

  private static Settings.Egresses egresses(Values values) {
    return new Settings.Egresses(
        Egress.parse(values.text(Key.DRYDOCK_EGRESS_SETUP, "all")),
        Egress.parse(values.text(Key.DRYDOCK_EGRESS_AGENT, "none")),
        values
            .parsed(
                Key.DRYDOCK_EGRESS_ALLOW_PRIVATE,
                "networks like 10.0.0.0/8, separated by commas",
                text -> Arrays.stream(text.split("[,\\s]+")).map(Cidr::parse).toList())
            .orElse(List.of()));
  }

  private static Uplink uplink(Values values) {
    return new Uplink(
        values.url(Key.HTTPS_PROXY),
        values.text(Key.NO_PROXY).map(text -> List.of(text.split("[,\\s]+"))).orElse(List.of()),
        values.file(Key.DRYDOCK_CA_FILE));
  }

  private static Settings.Git git(Values values, YamlFile yaml) {
    var tokens = new HashMap<String, Secret>();
    token(values, Key.GITHUB_TOKEN, Key.GITHUB_URL, Optional.of("github.com"), tokens);
    token(values, Key.GITLAB_TOKEN, Key.GITLAB_URL, Optional.of("gitlab.com"), tokens);
    token(values, Key.GITEA_TOKEN, Key.GITEA_URL, Optional.empty(), tokens);
    tokens.putAll(Trees.gitTokens(yaml));
    return new Settings.Git(
        tokens, values.file(Key.DRYDOCK_GIT_SSH_KEY), values.file(Key.DRYDOCK_GIT_KNOWN_HOSTS));
  }

  private static void token(
      Values values, Key token, Key url, Optional<String> usual, Map<String, Secret> tokens) {
    var host = values.url(url).map(URI::getAuthority).or(() -> usual);
    var secret = values.text(token).map(Secret::new);
    if (secret.isPresent() && host.isEmpty()) {
      throw new SettingsException(token + " is set, but " + url + " is not: which host is it for?");
    }
    secret.ifPresent(s -> tokens.put(host.orElseThrow(), s));
  }
}
