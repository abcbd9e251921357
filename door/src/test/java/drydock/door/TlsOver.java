package drydock.door;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;

/// A TLS client over a connection that is not TCP (the JDK's SSLSocket wants one that is).
final class TlsOver implements AutoCloseable {
  private static final int SIZE = 64 * 1024;

  private final Inside inside;
  private final SSLEngine engine;
  private final ByteBuffer coded = ByteBuffer.allocate(SIZE).flip();
  private final ByteBuffer plain = ByteBuffer.allocate(SIZE);
  private boolean ended;

  TlsOver(Inside inside, SSLEngine engine) {
    this.inside = inside;
    this.engine = engine;
  }

  void write(String text) throws IOException {
    var data = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (data.hasRemaining()) {
      step(data);
    }
  }

  String readAll() throws IOException {
    while (!ended) {
      unwrap();
      tasks();
    }
    return StandardCharsets.UTF_8.decode(plain.flip()).toString();
  }

  private void step(ByteBuffer data) throws IOException {
    tasks();
    if (engine.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP) {
      unwrap();
    } else {
      var out = ByteBuffer.allocate(SIZE);
      engine.wrap(data, out);
      inside.out.write(out.array(), 0, out.position());
    }
  }

  private void unwrap() throws IOException {
    var result = engine.unwrap(coded, plain);
    ended = result.getStatus() == Status.CLOSED;
    if (result.getStatus() == Status.BUFFER_UNDERFLOW) {
      coded.compact();
      var count = inside.in.read(coded.array(), coded.position(), coded.remaining());
      ended = count < 0;
      coded.position(coded.position() + Math.max(0, count)).flip();
    }
  }

  private void tasks() {
    for (var task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
      task.run();
    }
  }

  @Override
  public void close() {
    engine.closeOutbound();
  }
}
