package drydock.door.dialect;

import drydock.domain.model.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes a reply as a provider would.
public final class AnswerWriter {
  private static final int PIECES = 8;
  private static final int SMALLEST_PIECE = 16;

  private AnswerWriter() {}

  /// The body of an answer that is not streamed.
  public static byte[] whole(Dialect dialect, Line line) {
    var json =
        switch (dialect) {
          case OPENAI_CHAT -> ChatWriting.whole(line);
          case OPENAI_RESPONSES -> ResponsesWriting.whole(line, "completed");
          case ANTHROPIC_MESSAGES -> MessagesWriting.whole(line);
        };
    return Json.write(json).getBytes(StandardCharsets.UTF_8);
  }

  /// The events of a streamed answer. Text and tool arguments come in pieces.
  public static List<byte[]> streamed(Dialect dialect, Line line) {
    return switch (dialect) {
      case OPENAI_CHAT -> ChatWriting.streamed(line);
      case OPENAI_RESPONSES -> new ResponsesWriting(line).streamed();
      case ANTHROPIC_MESSAGES -> MessagesWriting.streamed(line);
    };
  }

  /// At most a few pieces, never a half character.
  static List<String> pieces(String text) {
    var size = Math.max(SMALLEST_PIECE, (text.length() + PIECES - 1) / PIECES);
    var pieces = new ArrayList<String>();
    for (var from = 0; from < text.length(); ) {
      var to = Math.min(text.length(), from + size);
      if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
        to++;
      }
      pieces.add(text.substring(from, to));
      from = to;
    }
    return pieces;
  }
}
