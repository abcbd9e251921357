package drydock.door.provider;

import java.time.Duration;

/// Waits. Tests bring their own.
@FunctionalInterface
public interface Sleeper {
  Sleeper REAL = Thread::sleep;

  void sleep(Duration time) throws InterruptedException;
}
