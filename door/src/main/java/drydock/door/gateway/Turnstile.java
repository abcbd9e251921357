package drydock.door.gateway;

import drydock.door.provider.Provider;
import drydock.door.provider.Sleeper;
import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Where calls of all doors line up for one provider: so many at once, so many requests and tokens
/// a minute, none while the provider has asked for a pause. First come, first served. Thread safe.
public final class Turnstile {
  private final Provider provider;
  private final InstantSource clock;
  private final Sleeper sleeper;
  private final Semaphore places;
  private final Optional<Bucket> requests;
  private final Optional<Bucket> tokens;
  private volatile Instant closedUntil = Instant.MIN;

  public Turnstile(Provider provider, InstantSource clock, Sleeper sleeper) {
    this.provider = provider;
    this.clock = clock;
    this.sleeper = sleeper;
    var limits = provider.limits();
    this.places = new Semaphore(limits.concurrency(), true);
    this.requests = bucket(limits.requestsPerMinute());
    this.tokens = bucket(limits.tokensPerMinute());
  }

  /// A call under way. Closing it makes room for the next.
  final class Pass implements AutoCloseable {
    private final long foreseen;
    private boolean open = true;

    private Pass(long foreseen) {
      this.foreseen = foreseen;
    }

    /// What the call came to in the end, in place of what was foreseen.
    void used(long count) {
      tokens.ifPresent(bucket -> {
        if (count > foreseen) {
          bucket.consumeIgnoringRateLimits(count - foreseen);
        } else if (count < foreseen) {
          bucket.addTokens(foreseen - count);
        }
      });
    }

    @Override
    public void close() {
      if (open) {
        open = false;
        places.release();
      }
    }
  }

  /// Waits for a turn.
  ///
  /// @param foreseen tokens this call will take, as well as one can know
  /// @throws RefusedCallException if the turn does not come in time
  Pass enter(long foreseen, Duration atMost) throws InterruptedException {
    if (!places.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      throw busy(provider.limits().concurrency() + " calls at once", atMost);
    }
    var entered = false;
    try {
      var wait = Duration.between(clock.instant(), closedUntil);
      if (closedUntil.isAfter(clock.instant())) {
        sleeper.sleep(wait);
      }
      var tokenCount = Math.min(foreseen, Math.max(1, provider.limits().tokensPerMinute()));
      take(requests, 1, "requests", atMost);
      take(tokens, Math.max(1, tokenCount), "tokens", atMost);
      entered = true;
      return new Pass(tokenCount);
    } finally {
      if (!entered) {
        places.release();
      }
    }
  }

  /// The provider asked to be left alone for a while.
  void closeFor(Duration time) {
    closedUntil = clock.instant().plus(time);
  }

  private void take(Optional<Bucket> bucket, long count, String what, Duration atMost)
      throws InterruptedException {
    BlockingStrategy wait = nanos -> sleeper.sleep(Duration.ofNanos(nanos));
    if (bucket.isPresent() && !bucket.get().asBlocking().tryConsume(count, atMost, wait)) {
      throw busy("its limit of " + what + " a minute", atMost);
    }
  }

  private RefusedCallException busy(String limit, Duration waited) {
    return new RefusedCallException(
        503,
        "provider_busy",
        "no turn at the provider %s within %d s: %s"
            .formatted(provider.name(), waited.toSeconds(), limit));
  }

  private Optional<Bucket> bucket(int perMinute) {
    if (perMinute <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        Bucket.builder()
            .addLimit(l -> l.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
            .withCustomTimePrecision(new Ticks())
            .build());
  }

  private final class Ticks implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
