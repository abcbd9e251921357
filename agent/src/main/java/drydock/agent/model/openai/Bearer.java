package drydock.agent.model.openai;

import drydock.agent.model.Json;
import drydock.agent.model.Message;
import java.util.Map;
import java.util.Optional;

/// What both dialects write alike.
final class Bearer {
  private Bearer() {}

  static Map<String, String> headers(Optional<String> key) {
    return key.map(k -> Map.of("Authorization", "Bearer " + k)).orElse(Map.of());
  }

  static String dataUrl(Message.Picture picture) {
    return "data:" + picture.mimeType() + ";base64," + picture.data();
  }

  /// Servers that parse the arguments of past calls fail on what is no JSON object.
  static String sound(String arguments) {
    return Json.parseObject(arguments).isPresent() ? arguments : "{}";
  }
}
