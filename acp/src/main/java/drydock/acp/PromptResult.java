package drydock.acp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// How a turn ended.
public record PromptResult(StopReason stopReason, Optional<TurnFailure> failure) {
  private static final String FAILURE = "drydock.dev/failure";

  public static PromptResult stopped(StopReason reason) {
    return new PromptResult(reason, Optional.empty());
  }

  JsonNode json() {
    var node = Json.object().put("stopReason", stopReason.wire());
    failure.ifPresent(f ->
        node.putObject("_meta")
            .putObject(FAILURE)
            .put("cause", f.cause().wire())
            .put("message", f.message()));
    return node;
  }

  /// A cause this side does not know counts as the agent's own failure.
  static PromptResult of(JsonNode node) {
    return new PromptResult(
        StopReason.of(Json.text(node, "stopReason")),
        Json.optional(node.path("_meta"), FAILURE)
            .map(f ->
                new TurnFailure(
                    TurnFailure.Cause.of(Json.text(f, "cause"))
                        .orElse(TurnFailure.Cause.AGENT_FAILED),
                    Json.text(f, "message"))));
  }
}
