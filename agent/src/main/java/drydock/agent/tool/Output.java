package drydock.agent.tool;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// What a command prints: its head and its tail in memory, and, once it is longer than both, the
/// whole in a file. Not thread safe.
final class Output implements AutoCloseable {
  static final int HEAD = 6 * 1024;
  static final int TAIL = 10 * 1024;

  /// More is printed by mistake; the disk is the task's.
  private static final long FILE_LIMIT = 64L << 20;

  private final Path file;
  private final byte[] head = new byte[HEAD + TAIL];
  private final byte[] tail = new byte[TAIL];
  private long length;
  private OutputStream whole = OutputStream.nullOutputStream();

  /// @param file made when the output gets long
  Output(Path file) {
    this.file = file;
  }

  void add(byte[] bytes, int count) throws IOException {
    if (length <= head.length && length + count > head.length) {
      Files.createDirectories(file.getParent());
      whole = Files.newOutputStream(file);
      whole.write(head, 0, (int) length);
    }
    if (length + count > head.length && length < FILE_LIMIT) {
      whole.write(bytes, 0, count);
    }
    for (var i = 0; i < count; i++, length++) {
      if (length < head.length) {
        head[(int) length] = bytes[i];
      }
      tail[(int) (length % TAIL)] = bytes[i];
    }
  }

  /// The end of it, at most `limit` bytes (of 10 kB) long.
  String recent(int limit) {
    return decode(lastBytes((int) Math.min(limit, Math.min(TAIL, length))));
  }

  /// All, or the head and the tail and where the whole is.
  String text() {
    if (length <= head.length) {
      return decode(Arrays.copyOf(head, (int) length));
    }
    var left = length - HEAD - TAIL;
    return decode(Arrays.copyOf(head, HEAD))
        + "\n\n[... "
        + left
        + " bytes left out; the whole output is in "
        + file
        + " ...]\n\n"
        + decode(lastBytes(TAIL));
  }

  @Override
  public void close() throws IOException {
    whole.close();
  }

  private byte[] lastBytes(int count) {
    var last = new byte[count];
    for (var i = 0; i < count; i++) {
      last[i] = tail[(int) ((length - count + i) % TAIL)];
    }
    return last;
  }

  /// A character cut at an edge, and a zero (which JSON stores refuse), become U+FFFD.
  static String decode(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
  }
}
