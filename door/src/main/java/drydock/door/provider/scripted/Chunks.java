package drydock.door.provider.scripted;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/// A body that comes piece by piece: a read returns no more than one piece.
final class Chunks extends InputStream {
  private final Iterator<byte[]> chunks;
  private final boolean breaks;
  private byte[] chunk = {};
  private int at;

  /// @param breaks whether it breaks off after the last piece
  Chunks(List<byte[]> chunks, boolean breaks) {
    this.chunks = chunks.iterator();
    this.breaks = breaks;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    while (at == chunk.length) {
      if (!chunks.hasNext()) {
        if (breaks) {
          throw new EOFException("cut");
        }
        return -1;
      }
      chunk = chunks.next();
      at = 0;
    }
    var count = Math.min(length, chunk.length - at);
    System.arraycopy(chunk, at, buffer, from, count);
    at += count;
    return count;
  }
}
