package drydock.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Time as a test sets it.
final class SettableClock implements InstantSource {
  private volatile Instant now;

  SettableClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  void advance(Duration time) {
    now = now.plus(time);
  }
}
