package drydock.server.edge;

import drydock.domain.RefusedException;
import drydock.domain.RefusedException.Code;
import drydock.server.access.Caller;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Requests that wait for something to happen: they are woken when the server stops, so that it
/// need not wait for them, and when the token that they came with is revoked. Thread safe.
public final class Live implements AutoCloseable {
  /// Of one token: each costs a connection and some memory for as long as it likes.
  public static final int MOST = 1_000;

  private final Map<String, Set<Thread>> waiting = new ConcurrentHashMap<>();
  private volatile boolean closed;

  public interface Wait<T> {
    T call() throws InterruptedException;
  }

  /// @throws InterruptedException if the server stops meanwhile, or the token is revoked
  /// @throws RefusedException if this token has too many of them
  public <T> T whileOpen(Caller caller, Wait<T> wait) throws InterruptedException {
    var own = waiting.computeIfAbsent(owner(caller), _ -> ConcurrentHashMap.newKeySet());
    own.add(Thread.currentThread());
    try {
      if (closed) {
        throw new InterruptedException("the server stops");
      }
      if (own.size() > MOST) {
        throw new RefusedException(
            Code.TOO_MANY_REQUESTS,
            "there are " + MOST + " open streams and long polls of this token: close some");
      }
      return wait.call();
    } finally {
      own.remove(Thread.currentThread());
    }
  }

  public int size() {
    return waiting.values().stream().mapToInt(Set::size).sum();
  }

  /// @param token the id of one that was revoked
  public void end(String token) {
    waiting.getOrDefault(token, Set.of()).forEach(Thread::interrupt);
  }

  @Override
  public void close() {
    closed = true;
    waiting.values().forEach(own -> own.forEach(Thread::interrupt));
  }

  private static String owner(Caller caller) {
    return caller.token().orElse("");
  }
}
