package drydock.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// How one API writes a request and streams an answer. Pure, but for what [#adapt] learns.
public interface Dialect {
  /// Below the base URL.
  String path();

  Map<String, String> headers();

  ObjectNode request(Prompt prompt);

  /// A fresh fold for one answer.
  Fold fold(Live live);

  /// The server refused a request with 400: whether the next one will leave out what it disliked.
  boolean adapt(String complaint);

  /// Builds an answer from a stream's events.
  interface Fold {
    /// @param type the event's name, or empty
    /// @throws ModelException if the event says that the answer failed
    void event(String type, JsonNode data);

    /// Whether the answer is whole: what may still come is of no interest.
    boolean isOver();

    /// The stream has ended without being over: whether the answer is whole all the same.
    boolean mayEnd();

    /// @param cut the reader had enough
    Answer answer(boolean cut);
  }
}
