package drydock.agent.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Server-sent events of a stream (WHATWG HTML, section 9.2.6). Lines are split as bytes, so that a
/// character cut in two by the network stays whole.
final class ServerEvents {
  record Event(String type, String data) {}

  private static final int EVENT_LIMIT = 16 << 20;

  private final InputStream in;
  private final byte[] chunk = new byte[8192];
  private int at;
  private int end;

  ServerEvents(InputStream in) {
    this.in = in;
  }

  /// The next event, or null at the end of the stream.
  @Nullable Event next() throws IOException {
    var type = "";
    var data = new StringBuilder();
    for (var line = line(); line != null; line = line()) {
      if (line.isEmpty()) {
        if (!data.isEmpty()) {
          return new Event(type, data.toString());
        }
        type = "";
      } else if (line.startsWith("event:")) {
        type = line.substring(6).strip();
      } else if (line.startsWith("data:")) {
        data.append(data.isEmpty() ? "" : "\n").append(line.substring(5).strip());
        if (data.length() > EVENT_LIMIT) {
          throw new IOException("an event is larger than 16 MiB");
        }
      }
    }
    return data.isEmpty() ? null : new Event(type, data.toString());
  }

  private @Nullable String line() throws IOException {
    var line = new ByteArrayOutputStream(256);
    while (true) {
      if (at == end) {
        at = 0;
        end = Math.max(0, in.read(chunk));
        if (end == 0) {
          return line.size() == 0 ? null : text(line);
        }
      }
      var stop = at;
      while (stop < end && chunk[stop] != '\n') {
        stop++;
      }
      line.write(chunk, at, stop - at);
      if (line.size() > EVENT_LIMIT) {
        throw new IOException("a line is larger than 16 MiB");
      }
      at = stop;
      if (at < end) {
        at++;
        return text(line);
      }
    }
  }

  private static String text(ByteArrayOutputStream line) {
    var text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
