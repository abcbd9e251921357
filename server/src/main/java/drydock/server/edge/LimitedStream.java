package drydock.server.edge;

import drydock.domain.RefusedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/// A body that is refused as too large once more than `limit` bytes of it were read, whatever its
/// headers say, and as too slow if after a while it brings less than a kilobyte a second.
public final class LimitedStream extends FilterInputStream {
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
    var next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    var read = super.read(buffer, offset, length);
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

  public static RefusedException tooLarge(long limit) {
    return new RefusedException(
        RefusedException.Code.TOO_LARGE, "the body is larger than " + limit + " bytes");
  }
}
