package drydock.sandbox.oci;

import drydock.sandbox.SandboxException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks again and again at the sandboxes that live, where the kernel does not. Thread safe.
///
/// @param <A> what one of them may take
final class Watch<A> {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  private final Map<OciSandbox, A> watched = new ConcurrentHashMap<>();
  private final Duration pause;
  private final Consumer<Map<OciSandbox, A>> look;
  private final Thread thread;

  /// @param pause between two looks, at least
  Watch(String name, Duration pause, Consumer<Map<OciSandbox, A>> look) {
    this.pause = pause;
    this.look = look;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  /// Until the sandbox ends.
  void add(OciSandbox sandbox, A allowance) {
    watched.put(sandbox, allowance);
    start();
    LockSupport.unpark(thread);
  }

  private synchronized void start() {
    if (thread.getState() == Thread.State.NEW) {
      thread.start();
    }
  }

  private void run() {
    while (true) {
      var before = System.nanoTime();
      watched.keySet().removeIf(OciSandbox::ended);
      if (watched.isEmpty()) {
        LockSupport.park();
      } else {
        lookOrNot();
        // A look can take long: at most a tenth of the time goes into that.
        var took = Duration.ofNanos(System.nanoTime() - before).multipliedBy(10);
        LockSupport.parkNanos(Math.max(took.toNanos(), pause.toNanos()));
      }
    }
  }

  /// A machine that cannot start another process now can later: the watch must not end for that.
  private void lookOrNot() {
    try {
      look.accept(Map.copyOf(watched));
    } catch (SandboxException e) {
      LOG.warn("the {} cannot look now: {}", thread.getName(), e.getMessage());
    }
  }
}
