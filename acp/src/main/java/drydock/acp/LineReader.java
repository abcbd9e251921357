package drydock.acp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Lines of UTF-8 from a stream nobody vouches for: one that is too long is skipped without being
/// kept. Not thread safe.
final class LineReader {
  /// @param text without its end; the beginning of it, if it was too long
  record Line(String text, boolean whole) {}

  private static final int KEPT_OF_LONG = 1000;

  private final InputStream in;
  private final int limit;
  private long left;
  private final byte[] chunk = new byte[64 * 1024];
  private int at;
  private int end;

  /// @param limit bytes of a line that is kept
  /// @param all bytes of all lines
  LineReader(InputStream in, int limit, long all) {
    this.in = in;
    this.limit = limit;
    this.left = all;
  }

  /// The next line, or null at the end. A last line without an end counts.
  ///
  /// @throws AcpException PROTOCOL if more was said than all that is taken
  @Nullable Line next() throws IOException {
    var line = new ByteArrayOutputStream(256);
    var length = 0L;
    while (true) {
      if (at == end && !fill()) {
        return length == 0 ? null : line(line, length);
      }
      var stop = at;
      while (stop < end && chunk[stop] != '\n') {
        stop++;
      }
      length += stop - at;
      if (length <= limit) {
        line.write(chunk, at, stop - at);
      }
      at = stop;
      if (at < end) {
        at++;
        return line(line, length);
      }
    }
  }

  private Line line(ByteArrayOutputStream bytes, long length) {
    var text = bytes.toString(StandardCharsets.UTF_8);
    return length <= limit
        ? new Line(text, true)
        : new Line(text.substring(0, Math.min(KEPT_OF_LONG, text.length())), false);
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(chunk));
    left -= end;
    if (left < 0) {
      throw new AcpException(
          AcpException.Reason.PROTOCOL, "the other side says too much: it is not heard any more");
    }
    return end > 0;
  }
}
