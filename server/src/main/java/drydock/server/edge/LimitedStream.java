package drydock.server.edge;

import drydock.domain.RefusedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A body that is refused as too large once more than `limit` bytes of it were read, whatever its
/// headers say, as too slow if after a while it brings less than a kilobyte a second, and as cut
/// off if its sender leaves: that is nobody's fault here.
public final class LimitedStream extends FilterInputStream {
  private static final Logger LOG = LoggerFactory.getLogger(LimitedStream.class);
  private static final long PATIENCE = Duration.ofSeconds(20).toNanos();
  private static final long LEAST_PER_SECOND = 1024;

  private final long limit;
  private final long began = System.nanoTime();
  private long count;

  LimitedStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read;
    try {
      read = super.read(buffer, offset, length);
    } catch (IOException e) {
      throw cutOff(e);
    }
    count(Math.max(read, 0));
    return read;
  }

  @Override
  public long skip(long n) throws IOException {
    var skipped = super.skip(n);
    count(skipped);
    return skipped;
  }

  private void count(long bytes) {
    count += bytes;
    if (count > limit) {
      throw tooLarge(limit);
    }
    var passed = System.nanoTime() - began;
    if (passed > PATIENCE && count < LEAST_PER_SECOND * (passed / 1_000_000_000)) {
      throw Query.bad("the body comes too slowly: send it at a kilobyte a second or faster");
    }
  }

  /// Nothing but its sender and the way to it can keep a body from being read.
  private static RefusedException cutOff(IOException e) {
    LOG.debug("a body was cut off: {}", e.toString());
    return Query.bad("the body ended before its end: send it again");
  }

  public static RefusedException tooLarge(long limit) {
    return new RefusedException(
        RefusedException.Code.TOO_LARGE, "the body is larger than " + limit + " bytes");
  }
}
