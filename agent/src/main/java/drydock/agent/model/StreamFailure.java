package drydock.agent.model;

import com.fasterxml.jackson.databind.JsonNode;

/// A stream's own word that the answer failed.
public final class StreamFailure {
  private StreamFailure() {}

  /// @param error an object with a `message`, or a text
  public static ModelException of(JsonNode error) {
    return Refusal.inStream(
        error.isTextual() ? error.textValue() : error.path("message").asText(error.toString()));
  }
}
