package drydock.cli.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads `text/event-stream` (WHATWG HTML, section 9.2.6): the data of one event after the other.
/// Comments, which keep the connection alive, and fields other than `data` are passed over; our
/// events carry their number in the data. Not thread safe.
public final class ServerSentEvents implements AutoCloseable {
  private final BufferedReader in;

  public ServerSentEvents(InputStream in) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /// @return null at the end of the stream; an event that was cut off is dropped
  public @Nullable String next() throws IOException {
    var data = new StringBuilder();
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      if (line.isEmpty() && !data.isEmpty()) {
        return data.toString();
      }
      if (line.startsWith("data:")) {
        data.append(data.isEmpty() ? "" : "\n").append(line.substring(5).stripLeading());
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
