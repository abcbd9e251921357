package drydock.door.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Server-sent events (WHATWG HTML, section 9.2), as far as models use them.
final class Sse {
  private Sse() {}

  /// The JSON of each whole event's `data`; a broken last event and `[DONE]` are left out.
  static List<JsonNode> read(String stream) {
    var events = new ArrayList<JsonNode>();
    var text = new StringBuilder();
    for (var line : stream.split("\r\n|\n|\r", -1)) {
      if (line.startsWith("data:")) {
        text.append(line, line.startsWith("data: ") ? 6 : 5, line.length()).append('\n');
      } else if (line.isEmpty() && !text.isEmpty()) {
        var json = Json.parse(text.toString());
        if (json.isObject()) {
          events.add(json);
        }
        text.setLength(0);
      }
    }
    return events;
  }

  /// An event with a name, as Responses and Messages send them.
  static byte[] event(JsonNode data) {
    return ("event: " + data.path("type").asText() + "\ndata: " + Json.write(data) + "\n\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /// An event without a name, as Chat sends them.
  static byte[] data(String data) {
    return ("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
  }
}
