package drydock.app.backup;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/// The block before a file's bytes in a tar archive: POSIX.1-1988's ustar (pax(1), "ustar
/// Interchange Format"). Ours only: short names, files of a size known before.
final class TarHeader {
  static final int BLOCK = 512;
  private static final int SIZE_AT = 124;

  private TarHeader() {}

  static byte[] of(String name, long size, Instant modified) {
    var block = new byte[BLOCK];
    put(block, 0, name);
    put(block, 100, octal(0600, 7));
    put(block, 108, octal(0, 7));
    put(block, 116, octal(0, 7));
    put(block, SIZE_AT, octal(size, 11));
    put(block, 136, octal(modified.getEpochSecond(), 11));
    // The sum is taken as if it were spaces itself.
    Arrays.fill(block, 148, 156, (byte) ' ');
    block[156] = '0';
    put(block, 257, "ustar\0" + "00");
    var sum = 0;
    for (var each : block) {
      sum += each & 0xff;
    }
    put(block, 148, octal(sum, 6) + "\0 ");
    return block;
  }

  static boolean isOf(byte[] block, String name) {
    var start = name.getBytes(StandardCharsets.US_ASCII);
    return block[start.length] == 0
        && Arrays.equals(block, 0, start.length, start, 0, start.length);
  }

  /// @throws NumberFormatException if it is none
  static long size(byte[] block) {
    return Long.parseLong(new String(block, SIZE_AT, 11, StandardCharsets.US_ASCII), 8);
  }

  /// What fills the last block of a file of this size.
  static int padding(long size) {
    return (int) ((BLOCK - size % BLOCK) % BLOCK);
  }

  private static String octal(long number, int digits) {
    return "%0".concat(digits + "o").formatted(number);
  }

  private static void put(byte[] block, int at, String text) {
    var bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }
}
