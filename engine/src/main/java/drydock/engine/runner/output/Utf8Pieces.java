package drydock.engine.runner.output;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Text from bytes that come in pieces: a character that lies over their ends is one. What is no
/// UTF-8 becomes U+FFFD. One thread at a time.
final class Utf8Pieces {
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);

  /// The beginning of a character.
  private ByteBuffer rest = ByteBuffer.allocate(0);

  String next(byte[] piece) {
    var bytes = ByteBuffer.allocate(rest.remaining() + piece.length).put(rest).put(piece).flip();
    // No character of UTF-8 is shorter than one byte.
    var text = CharBuffer.allocate(bytes.remaining());
    decoder.decode(bytes, text, false);
    rest = bytes;
    return text.flip().toString();
  }
}
