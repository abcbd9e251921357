package drydock.engine.runner.output;

import drydock.domain.secret.Secrets;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;

/// Copies a process's output into a file and, as text, to a listener. Both have a limit: a flood
/// fills neither the disk nor the log of events, and costs the host no more than a little of its
/// time: what is too much is read slowly, so that its writer waits. What is secret gets into
/// neither. Thread safe.
public final class LogFile implements AutoCloseable {
  private static final long MAX_FILE_BYTES = 64L << 20;
  private static final long MAX_TOLD_BYTES = 1L << 20;
  private static final int TAIL_BYTES = 16 * 1024;

  /// For every 16 KiB beyond the limit: 16 MB/s at most.
  private static final Duration BRAKE = Duration.ofMillis(1);

  private final Path file;
  private final OutputStream out;
  private final Secrets secrets;
  private volatile long written;
  private long told;
  private byte[] tail = new byte[0];

  private LogFile(Path file, OutputStream out, Secrets secrets) {
    this.file = file;
    this.secrets = secrets;
    this.out = out;
  }

  public static LogFile append(Path file, Secrets secrets) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return new LogFile(
          file,
          new BufferedOutputStream(
              Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)),
          secrets);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /// Copies until the end of the stream.
  public void copy(InputStream from, Consumer<String> listener) {
    var masking = secrets.stream();
    var text = new Utf8Pieces();
    var buffer = new byte[16 * 1024];
    try (from) {
      for (int n; (n = from.read(buffer)) >= 0; ) {
        pass(masking.next(buffer, 0, n), text, listener);
        if (written > MAX_FILE_BYTES) {
          Thread.sleep(BRAKE);
        }
      }
    } catch (IOException _) {
      // The process was killed under us: what came until then is kept.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      pass(masking.end().getBytes(StandardCharsets.ISO_8859_1), text, listener);
      flush();
    }
  }

  private void pass(byte[] bytes, Utf8Pieces text, Consumer<String> listener) {
    write(bytes, 0, bytes.length);
    tell(text.next(bytes), listener);
  }

  /// A line of ours.
  public synchronized void line(String text) {
    var bytes = (secrets.mask(text) + "\n").getBytes(StandardCharsets.UTF_8);
    write(bytes, 0, bytes.length);
    flush();
  }

  /// The last part of what was copied.
  public synchronized String tail() {
    return new String(tail, StandardCharsets.UTF_8);
  }

  private void tell(String piece, Consumer<String> listener) {
    if (piece.isEmpty() || told > MAX_TOLD_BYTES) {
      return;
    }
    told += piece.length();
    listener.accept(
        told > MAX_TOLD_BYTES ? piece + "\n[the rest is in " + file.getFileName() + "]\n" : piece);
  }

  private synchronized void write(byte[] bytes, int from, int count) {
    remember(bytes, from, count);
    try {
      if (written < MAX_FILE_BYTES) {
        out.write(bytes, from, count);
        if (written + count >= MAX_FILE_BYTES) {
          out.write("\n[cut here: too much output]\n".getBytes(StandardCharsets.UTF_8));
        }
      }
      written += count;
      if (count < 4096) {
        out.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private void remember(byte[] bytes, int from, int count) {
    var keep = Math.min(tail.length, Math.max(0, TAIL_BYTES - count));
    var take = Math.min(count, TAIL_BYTES);
    var next = new byte[keep + take];
    System.arraycopy(tail, tail.length - keep, next, 0, keep);
    System.arraycopy(bytes, from + count - take, next, keep, take);
    tail = next;
  }

  private synchronized void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
