package drydock.sandbox.selftest;

import drydock.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/// How a sandbox ended, and the beginning of what it said.
record Ran(Sandbox.Exit exit, String out, String err) {
  private static final int MOST = 256 * 1024;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /// Says this to the sandbox and waits for its end.
  static Ran of(Sandbox sandbox, String input) throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var out = CompletableFuture.supplyAsync(() -> text(sandbox.stdout()), threads);
      var err = CompletableFuture.supplyAsync(() -> text(sandbox.stderr()), threads);
      say(sandbox, input);
      if (sandbox.waitFor(LONGEST).isEmpty()) {
        sandbox.kill();
      }
      return new Ran(sandbox.waitFor(), out.join(), err.join());
    }
  }

  private static void say(Sandbox sandbox, String input) {
    try (var to = sandbox.stdin()) {
      to.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      // It has ended: that is seen by its answers.
    }
  }

  private static String text(InputStream from) {
    try (from) {
      var text = new String(from.readNBytes(MOST), StandardCharsets.ISO_8859_1);
      from.transferTo(OutputStream.nullOutputStream());
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
