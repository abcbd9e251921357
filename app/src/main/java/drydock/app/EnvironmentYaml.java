package drydock.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import drydock.engine.runner.approval.CommandPolicy;
import drydock.engine.runner.place.RepositoryEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;

/// Reads `.drydock/environment.yaml`: hostile text, so small. Aliases are not expanded: Jackson
/// reads events, not objects, and takes an alias for its name.
final class EnvironmentYaml implements RepositoryEnvironment.Parser {
  private static final Set<String> KNOWN =
      Set.of("image", "setup", "maintenance", "check", "egress", "commands");

  private static final Set<String> COMMANDS = Set.of("policy", "allow");

  private final YAMLMapper mapper;

  EnvironmentYaml() {
    var limits = new LoaderOptions();
    limits.setCodePointLimit(64 * 1024);
    this.mapper = new YAMLMapper(YAMLFactory.builder().loaderOptions(limits).build());
  }

  @Override
  public RepositoryEnvironment parse(String yaml) {
    JsonNode root;
    try {
      root = mapper.readTree(yaml);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new IllegalArgumentException(
          "not YAML" + (at == null ? "" : " at line " + at.getLineNr()), e);
    }
    if (root == null || root.isNull() || root.isMissingNode()) {
      return RepositoryEnvironment.NONE;
    }
    if (!root.isObject()) {
      throw new IllegalArgumentException("must be keys and values");
    }
    root.fieldNames()
        .forEachRemaining(name -> {
          if (!KNOWN.contains(name)) {
            throw new IllegalArgumentException(
                "unknown key '"
                    + name
                    + "'; there is check, commands, egress, image, maintenance, setup");
          }
        });
    return new RepositoryEnvironment(
        text(root, "image"),
        text(root, "setup"),
        text(root, "maintenance"),
        text(root, "check"),
        egress(root.path("egress")),
        commands(root.path("commands")));
  }

  private static Optional<String> text(JsonNode root, String name) {
    var node = root.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    if (!node.isValueNode()) {
      throw new IllegalArgumentException("'" + name + "' must be text");
    }
    return Optional.of(node.asText()).filter(text -> !text.isBlank());
  }

  /// A list without a policy is an allow list.
  private static CommandPolicy commands(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return CommandPolicy.OPEN;
    }
    if (!node.isObject()
        || !COMMANDS.containsAll(node.propertyStream().map(Map.Entry::getKey).toList())) {
      throw new IllegalArgumentException("'commands' must be {policy, allow}");
    }
    var allow = node.path("allow");
    if (!allow.isMissingNode()
        && !(allow.isArray() && allow.valueStream().allMatch(JsonNode::isTextual))) {
      throw new IllegalArgumentException("'commands.allow' must be a list of commands");
    }
    return new CommandPolicy(
        level(node.path("policy"), allow.isArray()),
        allow.valueStream().map(JsonNode::asText).toList());
  }

  private static CommandPolicy.Level level(JsonNode policy, boolean listed) {
    if (policy.isMissingNode() || policy.isNull()) {
      return listed ? CommandPolicy.Level.ALLOW_LIST : CommandPolicy.Level.OPEN;
    }
    try {
      return CommandPolicy.Level.parse(policy.asText());
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException("'commands.policy' must be open, ask or allow-list");
    }
  }

  private static Optional<List<String>> egress(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    if (node.isTextual()) {
      return switch (node.asText().strip()) {
        case "all" -> Optional.empty();
        case "none" -> Optional.of(List.of());
        default -> Optional.of(List.of(node.asText().strip().split("[,\\s]+")));
      };
    }
    if (!node.isArray()) {
      throw new IllegalArgumentException("'egress' must be all, none, or a list of hosts");
    }
    var hosts = new ArrayList<String>();
    node.forEach(host -> hosts.add(host.asText()));
    return Optional.of(hosts);
  }
}
