package drydock.door.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.domain.model.Dialect;

/// An error in the shape that clients of a dialect read and show.
public final class ErrorBody {
  private ErrorBody() {}

  /// @param code stable, in lower snake case
  public static JsonNode of(Dialect dialect, String code, String message) {
    var says = "drydock: " + message;
    return switch (dialect) {
      case OPENAI_CHAT, OPENAI_RESPONSES -> {
        var body = Json.object();
        body.putObject("error")
            .put("message", says)
            .put("type", "drydock_error")
            .putNull("param")
            .put("code", code);
        yield body;
      }
      case ANTHROPIC_MESSAGES -> {
        var body = Json.object().put("type", "error");
        body.putObject("error").put("type", code).put("message", says);
        yield body;
      }
    };
  }
}
