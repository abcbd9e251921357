package drydock.store.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the server said when it did not start. Its messages are English: it runs in the C locale.
final class ServerLog {
  private static final Pattern SEVERE = Pattern.compile("(?:FATAL|PANIC|error):\\s+(.*)");
  private static final int LIMIT = 1 << 16;

  private ServerLog() {}

  static String since(Path log, long offset) throws IOException {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(Math.max(offset, file.length() - LIMIT));
      var bytes = new byte[(int) (file.length() - file.getFilePointer())];
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /// Somebody took the port before the server could; or processes of a killed server are still on
  /// their way out, which holds the shared memory.
  static boolean tellsOfPassingTrouble(String said) {
    return said.contains("Address already in use") || said.contains("is still in use");
  }

  static String reason(String said) {
    return said.lines()
        .map(SEVERE::matcher)
        .filter(Matcher::find)
        .map(match -> match.group(1))
        .findFirst()
        .orElseGet(() -> Programs.lastLine(said));
  }
}
