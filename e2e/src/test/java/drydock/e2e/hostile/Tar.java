package drydock.e2e.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/// Writes a tar block by block (POSIX pax, "ustar Interchange Format"; GNU tar's manual, "Basic Tar
/// Format"), so that it can say what no tool would. Names are given as bytes, one character each.
final class Tar implements AutoCloseable {
  private static final int BLOCK = 512;

  private final OutputStream out;

  Tar(OutputStream out) {
    this.out = out;
  }

  interface Filling {
    void into(Tar tar) throws IOException;
  }

  /// A tar.gz of what is filled in.
  static Maker gz(Filling filling) {
    return to -> {
      try (var tar = new Tar(new GZIPOutputStream(to, BLOCK * 64))) {
        filling.into(tar);
      }
    };
  }

  static Maker plain(Filling filling) {
    return to -> {
      try (var tar = new Tar(to)) {
        filling.into(tar);
      }
    };
  }

  /// The bytes of a text's UTF-8, one character each.
  static String utf8(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  void file(String name, String content) throws IOException {
    file(name, 0644, content);
  }

  void file(String name, int mode, String content) throws IOException {
    header('0', name, mode, octal(content.length(), 11), "");
    content(content.getBytes(ISO_8859_1));
  }

  void folder(String name) throws IOException {
    header('5', name, 0755, octal(0, 11), "");
  }

  void link(String name, String target) throws IOException {
    header('2', name, 0777, octal(0, 11), target);
  }

  void hardLink(String name, String target) throws IOException {
    header('1', name, 0644, octal(0, 11), target);
  }

  /// A device, a FIFO, or whatever else this letter means.
  void special(char type, String name) throws IOException {
    header(type, name, 0666, octal(0, 11), "");
  }

  /// A header that announces so many bytes, whether they follow or not.
  void claim(char type, String name, long size) throws IOException {
    header(type, name, 0644, size > 077777777777L || size < 0 ? binary(size) : octal(size, 11), "");
  }

  /// A pax record (`x`) for the next entry: `LENGTH KEY=VALUE LF`.
  void pax(String key, String value) throws IOException {
    var rest = " " + key + "=" + value + "\n";
    var length = rest.length() + 1;
    while (String.valueOf(length).length() + rest.length() != length) {
      length++;
    }
    var record = length + rest;
    claim('x', "pax", record.length());
    content(record.getBytes(ISO_8859_1));
  }

  /// GNU's way to say a long name (`L`) or a long target (`K`) of the next entry.
  void gnuLong(char type, String text) throws IOException {
    claim(type, "././@LongLink", text.length() + 1L);
    content((text + "\0").getBytes(ISO_8859_1));
  }

  /// Bytes, filled up to a block.
  void content(byte[] bytes) throws IOException {
    out.write(bytes);
    out.write(new byte[(BLOCK - bytes.length % BLOCK) % BLOCK]);
  }

  void zeros(long bytes) throws IOException {
    var block = new byte[BLOCK * 128];
    for (var left = bytes; left > 0; left -= block.length) {
      out.write(block, 0, (int) Math.min(block.length, left));
    }
  }

  private void header(char type, String name, int mode, byte[] size, String target)
      throws IOException {
    var header = new byte[BLOCK];
    put(header, 0, name.getBytes(ISO_8859_1), 100);
    put(header, 100, octal(mode, 7), 8);
    put(header, 108, octal(0, 7), 8);
    put(header, 116, octal(0, 7), 8);
    put(header, 124, size, 12);
    put(header, 136, octal(0, 11), 12);
    put(header, 148, " ".repeat(8).getBytes(ISO_8859_1), 8);
    header[156] = (byte) type;
    put(header, 157, target.getBytes(ISO_8859_1), 100);
    put(header, 257, "ustar\00000".getBytes(ISO_8859_1), 8);
    var sum = 0;
    for (var b : header) {
      sum += Byte.toUnsignedInt(b);
    }
    put(header, 148, (String.format("%06o", sum) + "\0 ").getBytes(ISO_8859_1), 8);
    out.write(header);
  }

  private static void put(byte[] into, int at, byte[] bytes, int most) {
    if (bytes.length > most) {
      throw new IllegalArgumentException("longer than " + most + " bytes: use pax or gnuLong");
    }
    System.arraycopy(bytes, 0, into, at, bytes.length);
  }

  private static byte[] octal(long number, int digits) {
    return String.format("%0" + digits + "o", number).getBytes(ISO_8859_1);
  }

  /// GNU's base-256: the top bit is set, then a big-endian number; negative ones are possible.
  private static byte[] binary(long number) {
    var bytes = new byte[12];
    java.util.Arrays.fill(bytes, (byte) (number < 0 ? 0xff : 0));
    for (var i = 0; i < 8; i++) {
      bytes[11 - i] = (byte) (number >>> (8 * i));
    }
    bytes[0] = (byte) (number < 0 ? 0xff : 0x80);
    return bytes;
  }

  @Override
  public void close() throws IOException {
    out.write(new byte[2 * BLOCK]);
    out.close();
  }
}
