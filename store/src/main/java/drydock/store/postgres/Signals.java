package drydock.store.postgres;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Who in this process waits for what. Thread safe.
///
/// A waiter first takes a [Signal], then reads the database, then waits: what is committed after
/// the read raises the signal, so no wake-up is lost. A signal may be raised for nothing.
public final class Signals {
  private final ConcurrentHashMap<String, Set<Signal>> waiting = new ConcurrentHashMap<>();

  Signals() {}

  /// Close it when the wait is over.
  public Signal on(String key) {
    var signal = new Signal(key);
    waiting.compute(
        key,
        (_, others) -> {
          var all = others == null ? ConcurrentHashMap.<Signal>newKeySet() : others;
          all.add(signal);
          return all;
        });
    return signal;
  }

  void raise(Collection<String> keys) {
    keys.forEach(key -> waiting.getOrDefault(key, Set.of()).forEach(Signal::raise));
  }

  /// Something may have been missed: everybody reads again.
  void raiseAll() {
    waiting.values().forEach(all -> all.forEach(Signal::raise));
  }

  /// One waiter's bell. It stays raised until somebody has waited for it.
  public final class Signal implements AutoCloseable {
    private final String key;
    private final Semaphore raised = new Semaphore(0);

    private Signal(String key) {
      this.key = key;
    }

    private void raise() {
      raised.release();
    }

    /// Waits until it is raised or the time is up.
    ///
    /// @return whether it was raised
    public boolean await(Duration atMost) throws InterruptedException {
      var wasRaised = raised.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
      if (wasRaised) {
        raised.drainPermits();
      }
      return wasRaised;
    }

    @Override
    public void close() {
      waiting.computeIfPresent(
          key,
          (_, all) -> {
            all.remove(this);
            return all.isEmpty() ? null : all;
          });
    }
  }
}
