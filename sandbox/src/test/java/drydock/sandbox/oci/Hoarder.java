package drydock.sandbox.oci;

import drydock.sandbox.Sandbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A sandbox of a driver that keeps all that is written, whether anybody reads or not.
final class Hoarder implements Sandbox {
  private final Sandbox inner;
  private final CompletableFuture<byte[]> kept;

  Hoarder(Sandbox inner) {
    this.inner = inner;
    this.kept = CompletableFuture.supplyAsync(() -> all(inner.stdout()));
  }

  private static byte[] all(InputStream from) {
    try {
      return from.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public OutputStream stdin() {
    return inner.stdin();
  }

  @Override
  public InputStream stdout() {
    return new ByteArrayInputStream(kept.join());
  }

  @Override
  public InputStream stderr() {
    return inner.stderr();
  }

  @Override
  public Exit waitFor() throws InterruptedException {
    return inner.waitFor();
  }

  @Override
  public Optional<Exit> waitFor(Duration atMost) throws InterruptedException {
    return inner.waitFor(atMost);
  }

  @Override
  public void kill() {
    inner.kill();
  }

  @Override
  public Stats stats() {
    return inner.stats();
  }

  @Override
  public void close() {
    inner.close();
  }
}
