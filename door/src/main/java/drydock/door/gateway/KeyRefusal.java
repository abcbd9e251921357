package drydock.door.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.domain.model.Dialect;
import drydock.door.dialect.ErrorBody;
import drydock.door.dialect.Json;
import drydock.door.provider.Provider;

/// What is said when a provider refuses our key: the agent has another one, and cannot know whose
/// was refused. Pure.
final class KeyRefusal {
  private KeyRefusal() {}

  static boolean is(int status) {
    return status == 401 || status == 403;
  }

  /// @param said the provider's own body, of any form
  static JsonNode body(Dialect dialect, Provider.Remote provider, int status, String said) {
    var host = provider.baseUrl().getHost();
    var what =
        provider.key().isEmpty()
            ? "wants a key: give one in Settings > Models, or set %s"
                .formatted(provider.keySetting())
            : "refused its key: give another in Settings > Models, or where %s is set"
                .formatted(provider.keySetting());
    var words = Json.parse(said).path("error").path("message").asText("").strip();
    return ErrorBody.of(
        dialect,
        "key_refused",
        "the provider %s at %s %s (%d%s)"
            .formatted(
                provider.name(), host, what, status, words.isEmpty() ? "" : ", it says: " + words));
  }
}
