package drydock.agent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// What the environment says (docs/agents.md). Every accessor throws [IllegalArgumentException]
/// with one line for a person if the value is none.
final class Settings {
  enum Api {
    OPENAI_CHAT,
    OPENAI_RESPONSES,
    ANTHROPIC_MESSAGES
  }

  private static final int DEFAULT_CONTEXT = 128_000;

  private final Map<String, String> environment;

  Settings(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  String model() {
    return text("DRYDOCK_MODEL")
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no model: set DRYDOCK_MODEL to the model's name at its server"));
  }

  /// Said, or told by the one provider that has settings.
  Api api() {
    return choice(
        "DRYDOCK_DIALECT",
        Api.class,
        has("ANTHROPIC") && !has("OPENAI") ? Api.ANTHROPIC_MESSAGES : Api.OPENAI_CHAT);
  }

  String baseUrl() {
    var url =
        switch (api()) {
          case OPENAI_CHAT, OPENAI_RESPONSES ->
              text("OPENAI_BASE_URL").orElse("https://api.openai.com/v1");
          case ANTHROPIC_MESSAGES -> text("ANTHROPIC_BASE_URL").orElse("https://api.anthropic.com");
        };
    if (!url.matches("https?://[^\\s/]+\\S*")) {
      throw new IllegalArgumentException("the base URL is no http address");
    }
    return url.replaceAll("/+$", "");
  }

  Optional<String> key() {
    return switch (api()) {
      case OPENAI_CHAT, OPENAI_RESPONSES -> text("OPENAI_API_KEY");
      case ANTHROPIC_MESSAGES -> text("ANTHROPIC_API_KEY");
    };
  }

  int contextTokens() {
    return number("DRYDOCK_CONTEXT_TOKENS").orElse(DEFAULT_CONTEXT);
  }

  OptionalInt maxOutputTokens() {
    return number("DRYDOCK_MAX_OUTPUT_TOKENS");
  }

  int steps() {
    return number("DRYDOCK_MAX_STEPS").orElse(200);
  }

  boolean textTools() {
    return choice("DRYDOCK_TOOLS", Tools.class, Tools.NATIVE) == Tools.TEXT;
  }

  /// Whether the model is shown pictures.
  boolean vision() {
    return choice("DRYDOCK_VISION", Vision.class, Vision.PICTURES) == Vision.PICTURES;
  }

  boolean asking() {
    return choice("DRYDOCK_MODE", Mode.class, Mode.CODE) == Mode.ASK;
  }

  /// Whether the client is asked before a command or an edit.
  boolean approvals() {
    return choice("DRYDOCK_APPROVALS", Approvals.class, Approvals.NONE) == Approvals.ASK;
  }

  Duration commandTimeout() {
    return Duration.ofSeconds(number("DRYDOCK_COMMAND_TIMEOUT").orElse(600));
  }

  /// How long a model may send nothing.
  Duration silence() {
    return Duration.ofSeconds(number("DRYDOCK_MODEL_SILENCE").orElse(300));
  }

  Path home() {
    return Path.of(text("HOME").orElse("/tmp"));
  }

  Optional<Path> door() {
    return text("DRYDOCK_DOOR").map(Path::of);
  }

  /// Several are separated by commas.
  List<Integer> relayPorts() {
    return ports(text("DRYDOCK_RELAY_PORTS").orElse("3128"));
  }

  boolean relaysItself() {
    return door().isPresent() && text("DRYDOCK_RELAY_PORTS").isPresent();
  }

  Optional<Path> shellEnvironment() {
    return text("DRYDOCK_SHELL_ENV").map(Path::of);
  }

  /// As it is.
  Map<String, String> all() {
    return environment;
  }

  private static List<Integer> ports(String text) {
    return Stream.of(text.split(",", -1))
        .map(String::strip)
        .map(port -> number("DRYDOCK_RELAY_PORTS", port))
        .toList();
  }

  private boolean has(String provider) {
    return text(provider + "_BASE_URL").isPresent() || text(provider + "_API_KEY").isPresent();
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private OptionalInt number(String name) {
    return text(name).stream().mapToInt(value -> number(name, value)).findFirst();
  }

  private static int number(String name, String value) {
    if (!value.matches("\\d{1,9}")) {
      throw new IllegalArgumentException(name + " must be a whole number, not '" + value + "'");
    }
    return Integer.parseInt(value);
  }

  private <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
    var said = text(name);
    if (said.isEmpty()) {
      return otherwise;
    }
    var all = List.of(type.getEnumConstants());
    return all.stream()
        .filter(value -> value.name().equalsIgnoreCase(said.get()))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                name
                    + " must be one of "
                    + all.toString().toLowerCase(Locale.ROOT)
                    + ", not '"
                    + said.get()
                    + "'"));
  }

  private enum Tools {
    NATIVE,
    TEXT
  }

  private enum Vision {
    NONE,
    PICTURES
  }

  private enum Approvals {
    NONE,
    ASK
  }

  private enum Mode {
    ASK,
    CODE,
    /// For the agent the same as code.
    PR
  }
}
