package drydock.acp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Messages on their way out, written by a thread of its own: a reader that stops reading costs
/// this side its connection and never a thread that waits. Thread safe.
final class Outbox implements AutoCloseable {
  private sealed interface Entry {
    record Line(String text) implements Entry {}

    record Mark(CountDownLatch reached) implements Entry {}
  }

  private static final int WAITING_MESSAGES = 10_000;

  /// A prompt with pictures, and more beside it.
  private static final int WAITING_CHARACTERS = 64 << 20;

  private final LinkedBlockingQueue<Entry> queue = new LinkedBlockingQueue<>(WAITING_MESSAGES);
  private final AtomicLong characters = new AtomicLong();
  private final OutputStream out;
  private final Runnable broken;
  private final Thread writer =
      Thread.ofPlatform().daemon().name("acp-writer").unstarted(this::write);

  /// @param broken called once the other side no longer takes messages
  Outbox(OutputStream out, Runnable broken) {
    this.out = out;
    this.broken = broken;
  }

  void start() {
    writer.start();
  }

  void send(RpcMessage message) {
    var line = message.line();
    if (characters.addAndGet(line.length()) > WAITING_CHARACTERS
        || !queue.offer(new Entry.Line(line))) {
      broken.run();
    }
  }

  void flush(Duration atMost) throws InterruptedException {
    var mark = new Entry.Mark(new CountDownLatch(1));
    if (writer.isAlive() && queue.offer(mark)) {
      var _ = mark.reached().await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /// What was not written yet is lost.
  @Override
  public void close() {
    writer.interrupt();
    // Closing a stream that another thread writes to may wait for that write: not for us to do.
    Thread.ofVirtual().start(this::closeStream);
  }

  private void write() {
    try {
      while (true) {
        switch (queue.take()) {
          case Entry.Line(var text) -> {
            characters.addAndGet(-text.length());
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
            if (queue.isEmpty()) {
              out.flush();
            }
          }
          case Entry.Mark(var reached) -> {
            out.flush();
            reached.countDown();
          }
        }
      }
    } catch (IOException | InterruptedException _) {
      broken.run();
    }
  }

  private void closeStream() {
    try {
      out.close();
    } catch (IOException _) {
      // It is being thrown away.
    }
  }
}
