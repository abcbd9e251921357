package drydock.git.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Lets as many bytes through as were last allowed: the library reads some headers (long names, PAX
/// records) whole into memory, however long they claim to be. All that passes is counted.
final class Metered extends FilterInputStream {
  private final Gate gate;
  private long allowance;
  private long all;

  Metered(InputStream in, Gate gate) {
    super(in);
    this.gate = gate;
  }

  void allow(long bytes) {
    allowance = bytes;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    var got = super.read(into, offset, length);
    pass(Math.max(0, got));
    return got;
  }

  @Override
  public long skip(long bytes) throws IOException {
    var skipped = super.skip(bytes);
    pass(skipped);
    return skipped;
  }

  private void pass(long bytes) throws IOException {
    allowance -= bytes;
    all += bytes;
    gate.countUnpacked(all);
    if (allowance < 0) {
      throw new IOException("an entry's header is too long");
    }
  }
}
