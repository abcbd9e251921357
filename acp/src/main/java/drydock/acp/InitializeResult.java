package drydock.acp;

import com.fasterxml.jackson.databind.JsonNode;

/// What an agent says of itself.
///
/// @param name the program's name, or empty
/// @param canLoad whether it takes `session/load`
/// @param canSee whether a prompt may hold pictures
/// @param canSteer whether it takes words while a turn runs: an extension
/// @param canResume whether it goes on with a turn that was cut off in a loaded session: an
///   extension
public record InitializeResult(
    int protocolVersion,
    String name,
    String version,
    boolean canLoad,
    boolean canSee,
    boolean canSteer,
    boolean canResume) {
  private static final String STEER = "drydock.dev/say";
  static final String RESUME = "drydock.dev/resume";

  JsonNode json() {
    var node = Json.object().put("protocolVersion", protocolVersion);
    var capabilities = node.putObject("agentCapabilities").put("loadSession", canLoad);
    capabilities
        .putObject("promptCapabilities")
        .put("image", canSee)
        .put("audio", false)
        .put("embeddedContext", true);
    capabilities.putObject("_meta").put(STEER, canSteer).put(RESUME, canResume);
    node.putObject("agentInfo").put("name", name).put("version", version);
    node.putArray("authMethods");
    return node;
  }

  static InitializeResult of(JsonNode node) {
    var capabilities = node.path("agentCapabilities");
    return new InitializeResult(
        node.path("protocolVersion").asInt(),
        Json.text(node.path("agentInfo"), "name"),
        Json.text(node.path("agentInfo"), "version"),
        capabilities.path("loadSession").asBoolean(),
        capabilities.path("promptCapabilities").path("image").asBoolean(),
        capabilities.path("_meta").path(STEER).asBoolean(),
        capabilities.path("_meta").path(RESUME).asBoolean());
  }
}
