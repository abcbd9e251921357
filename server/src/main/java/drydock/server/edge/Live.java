package drydock.server.edge;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Requests that wait for something to happen: they are woken when the server stops, so that it
/// need not wait for them. Thread safe.
public final class Live implements AutoCloseable {
  private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  public interface Wait<T> {
    T call() throws InterruptedException;
  }

  /// @throws InterruptedException if the server stops meanwhile
  public <T> T whileOpen(Wait<T> wait) throws InterruptedException {
    waiting.add(Thread.currentThread());
    try {
      if (closed) {
        throw new InterruptedException("the server stops");
      }
      return wait.call();
    } finally {
      waiting.remove(Thread.currentThread());
    }
  }

  public int size() {
    return waiting.size();
  }

  @Override
  public void close() {
    closed = true;
    waiting.forEach(Thread::interrupt);
  }
}
