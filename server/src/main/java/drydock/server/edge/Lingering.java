package drydock.server.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;

/// Reads on for a while what a refused client is still sending, after it was answered: to close at
/// once would reset the connection, and the answer would be lost with it (RFC 9112, 9.6).
final class Lingering {
  private static final long MOST_BYTES = 64L << 20;
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private Lingering() {}

  static void over(HttpServletRequest request) {
    // Who asked first and was refused sends nothing; to read would be to ask for it.
    if (request.getHeader("Expect") != null) {
      return;
    }
    var until = System.nanoTime() + LONGEST.toNanos();
    var buffer = new byte[8192];
    try {
      var body = request.getInputStream();
      for (var left = MOST_BYTES; left > 0 && System.nanoTime() < until; ) {
        var read = body.read(buffer);
        if (read < 0) {
          return;
        }
        left -= read;
      }
    } catch (IOException _) {
      // It went away: nothing is owed to it.
    }
  }
}
