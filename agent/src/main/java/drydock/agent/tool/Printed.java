package drydock.agent.tool;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Takes a command's output as it comes: keeps it, and tells of it in pieces, at most every 100 ms
/// or 2 kB.
final class Printed implements AutoCloseable {
  private static final int PIECE = 2 * 1024;
  private static final Duration PACE = Duration.ofMillis(100);

  /// A command that prints without end is told of no further while it runs.
  private static final int TOLD = 256 * 1024;

  /// What a command left in the background may hold its output open for ever.
  private static final Duration AFTERMATH = Duration.ofMillis(200);

  private final InputStream in;
  private final Output output;
  private final Progress progress;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /// Reading a pipe would hold the carrier of a virtual thread.
  private final Thread reader = Thread.ofPlatform().daemon().name("output").unstarted(this::read);

  private final Thread teller = Thread.ofVirtual().name("output-teller").unstarted(this::tell);
  private final byte[] piece = new byte[PIECE + 4];
  private int pending;
  private int told;
  private boolean ended;
  private boolean settled;

  Printed(InputStream in, Output output, Progress progress) {
    this.in = in;
    this.output = output;
    this.progress = progress;
    reader.start();
    teller.start();
  }

  /// The command is over: waits for the rest of its output, but not for what it left behind.
  void settle() throws InterruptedException {
    reader.join(AFTERMATH);
    lock.lock();
    try {
      settled = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    teller.join();
  }

  String text() {
    lock.lock();
    try {
      return output.text();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      settled = true;
      changed.signalAll();
      output.close();
    } finally {
      lock.unlock();
    }
  }

  private void read() {
    var bytes = new byte[PIECE];
    try {
      for (var count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        take(bytes, count);
      }
    } catch (IOException _) {
      // The process is gone, or the disk is full: what came until then counts.
    }
    lock.lock();
    try {
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void take(byte[] bytes, int count) throws IOException {
    lock.lock();
    try {
      if (settled) {
        return;
      }
      output.add(bytes, count);
      if (pending + count > PIECE) {
        flush();
      }
      System.arraycopy(bytes, 0, piece, pending, count);
      pending += count;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void tell() {
    lock.lock();
    try {
      while (!settled && !(ended && pending == 0)) {
        if (pending == 0) {
          changed.await();
        } else {
          pace();
          flush();
        }
      }
      flush();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private void pace() throws InterruptedException {
    var left = PACE.toNanos();
    while (left > 0 && !settled && !ended) {
      left = changed.awaitNanos(left);
    }
  }

  /// The caller holds the lock. A character that is not whole yet waits for the next piece.
  private void flush() {
    var whole = ended || settled ? pending : wholeCharacters();
    if (whole > 0 && told < TOLD) {
      told += whole;
      var text = Output.decode(Arrays.copyOf(piece, whole));
      progress.printed(text, output.recent(2 * PIECE));
    }
    System.arraycopy(piece, whole, piece, 0, pending - whole);
    pending -= whole;
  }

  /// How much of what is pending does not end inside a character of UTF-8: at most three bytes
  /// less.
  private int wholeCharacters() {
    for (var back = 1; back <= Math.min(3, pending); back++) {
      var b = piece[pending - back] & 0xff;
      if (b >= 0xc0) {
        var length = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2;
        return length > back ? pending - back : pending;
      }
      if (b < 0x80) {
        return pending;
      }
    }
    return pending;
  }
}
