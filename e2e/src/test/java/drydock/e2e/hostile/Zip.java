package drydock.e2e.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes a zip field by field (APPNOTE.TXT of PKWARE, sections 4.3.7, 4.3.12 and 4.3.16), so that
/// its headers can lie. Names are given as bytes, one character each.
final class Zip {
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private final OutputStream out;
  private final ByteArrayOutputStream central = new ByteArrayOutputStream();
  private long written;
  private int entries;

  private Zip(OutputStream out) {
    this.out = out;
  }

  interface Filling {
    void into(Zip zip) throws IOException;
  }

  static Maker of(Filling filling) {
    return of(filling, "");
  }

  /// @param comment stands at the very end
  static Maker of(Filling filling, String comment) {
    return to -> {
      var zip = new Zip(to);
      filling.into(zip);
      zip.end(comment);
    };
  }

  /// One entry, with what its headers say of it.
  static final class Entry {
    private final String name;
    private String centralName;
    private byte[] content;
    private int method = STORED;
    private int flags;
    private int mode = 0100644;
    private int platform = 3; // Unix
    private long size;
    private long centralSize;
    private long crc;
    private byte[] extra = {};

    Entry(String name, String content) {
      this.name = name;
      this.centralName = name;
      this.content = content.getBytes(ISO_8859_1);
      this.size = this.content.length;
      this.centralSize = size;
      var sum = new CRC32();
      sum.update(this.content);
      this.crc = sum.getValue();
    }

    Entry mode(int bits) {
      mode = bits;
      return this;
    }

    Entry platform(int id) {
      platform = id;
      return this;
    }

    Entry flags(int bits) {
      flags = bits;
      return this;
    }

    Entry method(int id) {
      method = id;
      return this;
    }

    Entry deflated() {
      var deflater = new Deflater(Deflater.BEST_SPEED, true);
      deflater.setInput(content);
      deflater.finish();
      var packed = new ByteArrayOutputStream();
      var buffer = new byte[64 * 1024];
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
      deflater.end();
      content = packed.toByteArray();
      return method(DEFLATED);
    }

    /// What the central directory says of the unpacked size.
    Entry claims(long bytes) {
      centralSize = bytes;
      return this;
    }

    /// What the local header says of the unpacked size.
    Entry claimsLocally(long bytes) {
      size = bytes;
      return this;
    }

    Entry named(String inCentralDirectory) {
      centralName = inCentralDirectory;
      return this;
    }

    Entry extra(int id, String content) {
      var bytes = content.getBytes(ISO_8859_1);
      extra =
          little(4 + bytes.length)
              .putShort((short) id)
              .putShort((short) bytes.length)
              .put(bytes)
              .array();
      return this;
    }
  }

  void file(String name, String content) throws IOException {
    add(new Entry(name, content));
  }

  void link(String name, String target) throws IOException {
    add(new Entry(name, target).mode(0120777));
  }

  void add(Entry entry) throws IOException {
    list(entry, local(entry));
  }

  /// Writes the entry without listing it.
  ///
  /// @return where its local header lies
  long local(Entry e) throws IOException {
    var at = written;
    write(
        little(30)
            .putInt(0x04034b50)
            .putShort((short) 20)
            .putShort((short) e.flags)
            .putShort((short) e.method)
            .putInt(0)
            .putInt((int) e.crc)
            .putInt(e.content.length)
            .putInt((int) e.size)
            .putShort((short) e.name.length())
            .putShort((short) e.extra.length)
            .array());
    write(e.name.getBytes(ISO_8859_1));
    write(e.extra);
    write(e.content);
    return at;
  }

  /// Lists the entry as one whose local header lies there: more than one may.
  void list(Entry e, long at) throws IOException {
    central.write(
        little(46)
            .putInt(0x02014b50)
            .put((byte) 20)
            .put((byte) e.platform)
            .putShort((short) 20)
            .putShort((short) e.flags)
            .putShort((short) e.method)
            .putInt(0)
            .putInt((int) e.crc)
            .putInt(e.content.length)
            .putInt((int) e.centralSize)
            .putShort((short) e.centralName.length())
            .putShort((short) e.extra.length)
            .putInt(0)
            .putShort((short) 0)
            .putInt(e.mode << 16)
            .putInt((int) at)
            .array());
    central.write(e.centralName.getBytes(ISO_8859_1));
    central.write(e.extra);
    entries++;
  }

  private void end(String comment) throws IOException {
    var directory = written;
    central.writeTo(out);
    var count = (short) Math.min(entries, 0xffff);
    out.write(
        little(22)
            .putInt(0x06054b50)
            .putInt(0)
            .putShort(count)
            .putShort(count)
            .putInt(central.size())
            .putInt((int) directory)
            .putShort((short) comment.length())
            .array());
    out.write(comment.getBytes(ISO_8859_1));
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    written += bytes.length;
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
