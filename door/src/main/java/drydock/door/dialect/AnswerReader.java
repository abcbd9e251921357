package drydock.door.dialect;

import drydock.domain.model.Dialect;

/// Reads what a model answered, streamed or not, whole or broken off.
public final class AnswerReader {
  private AnswerReader() {}

  /// @param stream whether the body is a stream of events
  public static Reading read(Dialect dialect, boolean stream, String body) {
    return switch (dialect) {
      case OPENAI_CHAT ->
          stream ? ChatAnswer.streamed(Sse.read(body)) : ChatAnswer.whole(Json.parse(body));
      case OPENAI_RESPONSES ->
          stream
              ? ResponsesAnswer.streamed(Sse.read(body))
              : ResponsesAnswer.whole(Json.parse(body));
      case ANTHROPIC_MESSAGES ->
          stream ? MessagesAnswer.streamed(Sse.read(body)) : MessagesAnswer.whole(Json.parse(body));
    };
  }
}
