package drydock.git.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A running git. Its complaints are gathered aside; past the time limit it is killed with its
/// children, which the reader sees as an early end and [#end] as an exception. For one thread: if
/// that is interrupted, git is killed as well, because a read from a pipe hears no interrupt.
public final class GitProcess implements AutoCloseable {
  private static final int COMPLAINT_LIMIT = 64 * 1024;
  private static final Duration LOOK = Duration.ofMillis(250);

  /// A pack of a few kilobytes can unpack to any size, and a host can list refs without end: git
  /// keeps both in memory. The limit is that of one process, in KiB (sh(1), ulimit -v).
  private static final String BOUNDED = "ulimit -v 4194304 2>/dev/null; exec \"$@\"";

  private final Process process;
  private final Duration timeout;
  private final Thread owner = Thread.currentThread();
  private final Thread listener;
  private final Thread watchdog;
  private final OutputStream input;
  private final InputStream output;
  private final ByteArrayOutputStream complaint = new ByteArrayOutputStream();
  private volatile boolean late;

  private GitProcess(Process process, Duration timeout) {
    this.process = process;
    this.timeout = timeout;
    this.input = new BufferedOutputStream(process.getOutputStream(), 64 * 1024);
    this.output = new BufferedInputStream(process.getInputStream(), 64 * 1024);
    this.listener = Thread.ofVirtual().start(this::listen);
    this.watchdog = Thread.ofVirtual().start(this::watch);
  }

  static GitProcess start(GitHome home, List<String> argv, Map<String, String> more) {
    var bounded = new ArrayList<>(List.of("sh", "-c", BOUNDED, "sh"));
    bounded.addAll(argv);
    var builder = new ProcessBuilder(bounded).directory(home.settings().home().toFile());
    builder.environment().keySet().retainAll(List.of("PATH"));
    builder.environment().putAll(home.environment());
    builder.environment().putAll(more);
    try {
      return new GitProcess(builder.start(), home.settings().timeout());
    } catch (IOException e) {
      throw new GitException(
          GitException.Cause.FAILED, "git cannot be started: there is no shell", e);
    }
  }

  public OutputStream input() {
    return input;
  }

  public InputStream output() {
    return output;
  }

  /// Gives the whole input and closes it, while the output is read by the caller.
  public void feed(byte[] bytes) {
    Thread.ofVirtual()
        .start(() -> {
          try (input) {
            input.write(bytes);
          } catch (IOException _) {
            // Git stopped reading: its exit status says why.
          }
        });
  }

  /// Waits for the exit status.
  public int end() {
    try {
      var status = process.waitFor();
      listener.join();
      if (late) {
        throw new GitException(
            GitException.Cause.HOST_UNREACHABLE,
            "git took longer than "
                + timeout.toSeconds()
                + " s and was stopped: try again, or"
                + " allow more time");
      }
      return status;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new GitException(GitException.Cause.FAILED, "interrupted", e);
    }
  }

  public void expectSuccess() {
    if (end() != 0) {
      throw Trouble.of(complaint(), "git");
    }
  }

  public String complaint() {
    synchronized (complaint) {
      return complaint.toString(UTF_8);
    }
  }

  /// Kills it if it still runs.
  @Override
  public void close() {
    if (process.isAlive()) {
      kill();
    }
    watchdog.interrupt();
  }

  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private void listen() {
    try (var errors = process.getErrorStream()) {
      var buffer = new byte[4096];
      for (var got = errors.read(buffer); got >= 0; got = errors.read(buffer)) {
        synchronized (complaint) {
          complaint.write(buffer, 0, Math.min(got, COMPLAINT_LIMIT - complaint.size()));
        }
      }
    } catch (IOException _) {
      // The process is gone: what it said so far is all there is.
    }
  }

  private void watch() {
    try {
      var began = System.nanoTime();
      while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        late = System.nanoTime() - began >= timeout.toNanos();
        if (late || owner.isInterrupted()) {
          kill();
          return;
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
