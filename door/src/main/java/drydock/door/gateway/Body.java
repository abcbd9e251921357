package drydock.door.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/// A request's body, whole. Until it is closed it counts against the door's share of memory.
final class Body implements AutoCloseable {
  static final int LARGEST = 64 << 20;
  private static final int STEP_KB = 64;

  private final Semaphore memory;
  private int heldKb;
  private byte[] bytes = {};

  private Body(Semaphore memory) {
    this.memory = memory;
  }

  /// @param memory in kB
  /// @throws RefusedCallException if it is too large, or too much is under way at this door
  static Body read(Request request, Semaphore memory) throws IOException {
    var body = new Body(memory);
    try {
      body.fill(request);
      return body;
    } catch (IOException | RuntimeException e) {
      body.close();
      throw e;
    }
  }

  byte[] bytes() {
    return bytes;
  }

  private void fill(Request request) throws IOException {
    if (request.getLength() > LARGEST) {
      throw tooLarge();
    }
    var gathered = new ByteArrayOutputStream();
    var step = new byte[STEP_KB * 1024];
    var in = Content.Source.asInputStream(request);
    for (int count; (count = in.read(step)) >= 0; ) {
      gathered.write(step, 0, count);
      if (gathered.size() > LARGEST) {
        throw tooLarge();
      }
      while (heldKb * 1024 < gathered.size()) {
        if (!memory.tryAcquire(STEP_KB)) {
          throw new RefusedCallException(
              429, "too_much_at_once", "too many large requests at once at this door");
        }
        heldKb += STEP_KB;
      }
    }
    bytes = gathered.toByteArray();
  }

  private static RefusedCallException tooLarge() {
    return new RefusedCallException(
        413, "too_large", "a request may have " + (LARGEST >> 20) + " MB");
  }

  @Override
  public void close() {
    memory.release(heldKb);
    heldKb = 0;
  }
}
