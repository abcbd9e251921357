package drydock.domain;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// One holder of a name at a time, among the threads of this process. A name that nobody holds or
/// waits for takes no memory. Thread safe.
public final class NamedLocks {
  private final ConcurrentHashMap<String, Counted> locks = new ConcurrentHashMap<>();

  private static final class Counted extends ReentrantLock {
    private static final long serialVersionUID = 1L;
    private int users;
  }

  /// What the holder closes, in its own thread.
  public interface Held extends AutoCloseable {
    @Override
    void close();
  }

  /// Waits, whatever interrupts it.
  public Held lock(String name) {
    var lock = entered(name);
    lock.lock();
    return () -> leave(name, lock);
  }

  /// Waits.
  public Held lockInterruptibly(String name) throws InterruptedException {
    var lock = entered(name);
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      left(name);
      throw e;
    }
    return () -> leave(name, lock);
  }

  private Counted entered(String name) {
    return locks.compute(
        name,
        (_, known) -> {
          var lock = known == null ? new Counted() : known;
          lock.users++;
          return lock;
        });
  }

  private void leave(String name, Counted lock) {
    lock.unlock();
    left(name);
  }

  private void left(String name) {
    locks.computeIfPresent(name, (_, lock) -> --lock.users == 0 ? null : lock);
  }

  /// Names that somebody holds or waits for.
  int size() {
    return locks.size();
  }
}
