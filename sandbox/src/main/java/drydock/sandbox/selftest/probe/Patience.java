package drydock.sandbox.selftest.probe;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A blocking step that is not waited for any longer than this.
final class Patience {
  private static final long SECONDS = 3;

  private Patience() {}

  static <T> T within(Callable<T> step) throws IOException {
    var done = new CompletableFuture<T>();
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            done.complete(step.call());
          } catch (Exception e) {
            done.completeExceptionally(e);
          }
        });
    try {
      return done.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("silence", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
