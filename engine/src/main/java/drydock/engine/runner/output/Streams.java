package drydock.engine.runner.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Reads what a process wrote, with a limit.
public final class Streams {
  private Streams() {}

  /// A thread that reads from a process. Not a virtual one: a read from a pipe blocks its carrier,
  /// and two silent processes would hold both of a small machine's.
  public static Thread pump(Runnable work) {
    return Thread.ofPlatform().daemon().name("pump").start(work);
  }

  /// Reads to the end, and keeps the first bytes. A stream that breaks has ended.
  public static String textUpTo(InputStream from, int keep) {
    var kept = new byte[keep];
    var count = 0;
    var buffer = new byte[8192];
    try (from) {
      for (int n; (n = from.read(buffer)) >= 0; ) {
        var take = Math.min(n, keep - count);
        System.arraycopy(buffer, 0, kept, count, take);
        count += take;
      }
    } catch (IOException _) {
      // Killed under us.
    }
    return new String(kept, 0, count, StandardCharsets.UTF_8);
  }
}
