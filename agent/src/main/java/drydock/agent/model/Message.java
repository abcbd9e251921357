package drydock.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/// One entry of the history between a person, a model and its tools.
public sealed interface Message {
  /// @param word which of the client's words it is, or the newest of those that are in it
  record User(String text, List<Picture> pictures, Optional<String> word) implements Message {
    public User {
      pictures = List.copyOf(pictures);
    }

    public User(String text, List<Picture> pictures) {
      this(text, pictures, Optional.empty());
    }

    public User(String text) {
      this(text, List.of());
    }
  }

  /// What a model answered.
  ///
  /// @param verbatim the same as its dialect wrote it, where that holds more than text and calls
  ///   (signed thinking, encrypted reasoning) and must be sent back unchanged
  record Assistant(String text, List<ToolCall> calls, Optional<Verbatim> verbatim)
      implements Message {
    public Assistant {
      calls = List.copyOf(calls);
    }

    public Assistant(String text, List<ToolCall> calls) {
      this(text, calls, Optional.empty());
    }

    public boolean isEmpty() {
      return text.isBlank() && calls.isEmpty();
    }
  }

  record ToolResult(String callId, String text, boolean failed) implements Message {}

  /// @param data base64
  record Picture(String mimeType, String data) {}

  /// @param arguments JSON text as the model wrote it: perhaps no JSON at all
  record ToolCall(String id, String name, String arguments) {}

  record Verbatim(String dialect, JsonNode content) {}
}
