package drydock.git.archive;

import drydock.git.files.RawPath;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A content that must be as long as was announced, because limits were checked by that. Reading
/// more, or closing after less, is a rejection; so is closing unread if it is longer.
final class Exact extends FilterInputStream {
  private final RawPath path;
  private long left;

  Exact(RawPath path, InputStream in, long length) {
    super(in);
    this.path = path;
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    var got = super.read(into, offset, length);
    left -= Math.max(0, got);
    if (left < 0 || (got < 0 && left > 0)) {
      throw Rejection.of(path, "is not as long as the archive says");
    }
    return got;
  }
}
