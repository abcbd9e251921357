package drydock.app.settings;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.domain.Secret;
import drydock.domain.model.Dialect;
import drydock.domain.model.ModelName;
import drydock.domain.model.ModelSpec;
import drydock.domain.model.Price;
import drydock.door.provider.Provider;
import drydock.door.provider.Providers;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The parts of `drydock.yaml` that are more than one value.
final class Trees {
  private Trees() {}

  /// `models: {PROVIDER/MODEL: {contextTokens, maxOutputTokens, inputUsdPerMTok, cachedUsdPerMTok,
  /// outputUsdPerMTok, tools, vision}}`; what is left out is as known or by default.
  static List<ModelSpec> models(YamlFile yaml, List<Provider> providers) {
    var known = new Providers(providers, List.of());
    var specs = new ArrayList<ModelSpec>();
    for (var entry : yaml.tree("models").properties()) {
      var where = "models." + entry.getKey();
      only(
          yaml,
          where,
          entry.getValue(),
          Set.of(
              "contextTokens",
              "maxOutputTokens",
              "inputUsdPerMTok",
              "cachedUsdPerMTok",
              "outputUsdPerMTok",
              "tools",
              "vision",
              "dialect"));
      try {
        specs.add(model(known.spec(ModelName.parse(entry.getKey())), entry.getValue()));
      } catch (IllegalArgumentException e) {
        throw yaml.wrong(where, "is wrong: " + e.getMessage());
      }
    }
    return specs;
  }

  private static ModelSpec model(ModelSpec usual, JsonNode node) {
    return new ModelSpec(
        usual.name(),
        dialect(node.path("dialect").asText(""), usual.dialect()),
        node.path("contextTokens").asInt(usual.contextTokens()),
        node.path("maxOutputTokens").asInt(usual.maxOutputTokens()),
        price(node).or(usual::price),
        tools(node.path("tools").asText(""), usual.tools()),
        vision(node, usual.vision()));
  }

  private static boolean vision(JsonNode node, boolean usual) {
    var said = node.path("vision");
    if (said.isMissingNode() || said.isBoolean()) {
      return said.asBoolean(usual);
    }
    throw new IllegalArgumentException("vision must be true or false");
  }

  private static Dialect dialect(String text, Dialect usual) {
    return switch (text) {
      case "" -> usual;
      case "chat" -> Dialect.OPENAI_CHAT;
      case "responses" -> Dialect.OPENAI_RESPONSES;
      case "messages" -> Dialect.ANTHROPIC_MESSAGES;
      default -> throw new IllegalArgumentException("dialect must be chat, responses or messages");
    };
  }

  private static ModelSpec.Tools tools(String text, ModelSpec.Tools usual) {
    return switch (text) {
      case "" -> usual;
      case "native" -> ModelSpec.Tools.NATIVE;
      case "text" -> ModelSpec.Tools.TEXT;
      default -> throw new IllegalArgumentException("tools must be native or text");
    };
  }

  private static Optional<Price> price(JsonNode node) {
    if (!node.has("inputUsdPerMTok") && !node.has("outputUsdPerMTok")) {
      return Optional.empty();
    }
    var input = usd(node, "inputUsdPerMTok").orElse(BigDecimal.ZERO);
    return Optional.of(
        new Price(
            input,
            usd(node, "cachedUsdPerMTok").orElse(input),
            usd(node, "outputUsdPerMTok").orElse(BigDecimal.ZERO)));
  }

  private static Optional<BigDecimal> usd(JsonNode node, String name) {
    return node.has(name) ? Optional.of(new BigDecimal(node.get(name).asText())) : Optional.empty();
  }

  /// `agents: {NAME: {command: [..], env: {..}, mount: [..]}}`.
  static Map<String, Settings.ForeignAgent> agents(YamlFile yaml, Values values) {
    var agents = new HashMap<String, Settings.ForeignAgent>();
    for (var entry : yaml.tree("agents").properties()) {
      var where = "agents." + entry.getKey();
      var node = entry.getValue();
      only(yaml, where, node, Set.of("command", "env", "mount"));
      if (!node.path("command").isArray() || node.path("command").isEmpty()) {
        throw yaml.wrong(where, "needs a command: a list of words");
      }
      agents.put(
          entry.getKey(),
          new Settings.ForeignAgent(
              texts(node.path("command")),
              strings(node.path("env")),
              texts(node.path("mount")).stream().map(values::path).map(Path::normalize).toList()));
    }
    return agents;
  }

  /// `commands: {allow: [COMMAND, ..]}`.
  static List<String> allowedCommands(YamlFile yaml) {
    var commands = yaml.tree("commands");
    only(yaml, "commands", commands, Set.of("allow"));
    var allow = commands.path("allow");
    if (!allow.isMissingNode() && !allow.isArray()) {
      throw yaml.wrong("commands.allow", "must be a list of commands");
    }
    return texts(allow);
  }

  /// `git: {credentials: {HOST: TOKEN}}`.
  static Map<String, Secret> gitTokens(YamlFile yaml) {
    var git = yaml.tree("git");
    only(yaml, "git", git, Set.of("credentials"));
    var tokens = new HashMap<String, Secret>();
    strings(git.path("credentials")).forEach((host, token) -> tokens.put(host, new Secret(token)));
    return tokens;
  }

  private static void only(YamlFile yaml, String where, JsonNode node, Set<String> known) {
    node.fieldNames()
        .forEachRemaining(name -> {
          if (!known.contains(name)) {
            throw yaml.wrong(
                where, "has no '%s'; did you mean '%s'?".formatted(name, Nearest.of(name, known)));
          }
        });
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static Map<String, String> strings(JsonNode object) {
    var strings = new HashMap<String, String>();
    object.properties().forEach(e -> strings.put(e.getKey(), e.getValue().asText()));
    return strings;
  }
}
