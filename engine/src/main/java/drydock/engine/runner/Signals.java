package drydock.engine.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells a running attempt that it must stop. The first stop stands; what was registered is called
/// once, on the thread that raised it. Thread safe.
final class Signals {
  private @Nullable Stop raised;
  private final List<Runnable> listeners = new ArrayList<>();

  /// What to undo with [#onStop].
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  void raise(Stop stop) {
    List<Runnable> told;
    synchronized (this) {
      if (raised instanceof Stop.Lost || (raised != null && !(stop instanceof Stop.Lost))) {
        return;
      }
      raised = stop;
      told = List.copyOf(listeners);
    }
    told.forEach(Runnable::run);
  }

  synchronized Optional<Stop> raised() {
    return Optional.ofNullable(raised);
  }

  /// Calls back when a stop is raised; at once if one was.
  Registration onStop(Runnable listener) {
    synchronized (this) {
      listeners.add(listener);
      if (raised == null) {
        return () -> remove(listener);
      }
    }
    listener.run();
    return () -> remove(listener);
  }

  private synchronized void remove(Runnable listener) {
    listeners.remove(listener);
  }
}
