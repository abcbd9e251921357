package drydock.agent.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/// A stream that fails when nothing comes for too long: `HttpClient` knows a limit for the headers
/// only.
final class WatchedStream extends FilterInputStream {
  private final Duration silence;
  private final Thread watch;
  private volatile long lastAt = System.nanoTime();
  private volatile boolean silent;

  WatchedStream(InputStream in, Duration silence) {
    super(in);
    this.silence = silence;
    this.watch = Thread.ofVirtual().start(this::watch);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int at, int length) throws IOException {
    try {
      var count = in.read(into, at, length);
      lastAt = System.nanoTime();
      if (silent) {
        throw new IOException();
      }
      return count;
    } catch (IOException e) {
      throw silent ? new IOException("nothing came for " + silence.toSeconds() + " s") : e;
    }
  }

  @Override
  public void close() throws IOException {
    watch.interrupt();
    super.close();
  }

  private void watch() {
    try {
      for (var left = left(); left > 0; left = left()) {
        Thread.sleep(Duration.ofNanos(left));
      }
      silent = true;
      super.close();
    } catch (InterruptedException _) {
      // The stream was closed: nothing left to watch.
    } catch (IOException _) {
      // It could not be closed; the reader finds that out by itself.
    }
  }

  private long left() {
    return silence.toNanos() - (System.nanoTime() - lastAt);
  }
}
