package drydock.door.gateway;

import drydock.domain.Secret;
import drydock.domain.model.ModelSpec;
import drydock.door.provider.Provider;
import drydock.door.provider.Upstream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/// What one door gives of models: who may ask, which model answers, what it may cost, and where it
/// is written. Thread safe.
public final class Access {
  private static final int BODY_BUDGET_KB = 256 * 1024;
  private static final int MAX_AT_ONCE = 64;

  private final Secret token;
  private final ModelSpec model;
  private final Supplier<Way> way;
  private final Books books;
  private final AtomicInteger calls;

  /// Requests under way.
  private final Semaphore places = new Semaphore(MAX_AT_ONCE);

  /// What requests of this door hold in memory together, in kB: a sandbox must not fill the
  /// server's.
  private final Semaphore memory = new Semaphore(BODY_BUDGET_KB);

  /// How calls go out.
  public record Way(Provider provider, Upstream upstream, Turnstile turnstile) {}

  /// Where calls are counted and written.
  public record Books(Meter meter, Recorder recorder, CallListener listener) {}

  /// @param way as it is now
  /// @param callsBefore of the attempt, so that numbers go on
  public Access(Secret token, ModelSpec model, Supplier<Way> way, Books books, int callsBefore) {
    this.token = token;
    this.model = model;
    this.way = way;
    this.books = books;
    this.calls = new AtomicInteger(callsBefore);
  }

  ModelSpec model() {
    return model;
  }

  /// For one call.
  ///
  /// @throws RefusedCallException if there is none any more
  Way way() {
    return way.get();
  }

  Books books() {
    return books;
  }

  Semaphore memory() {
    return memory;
  }

  int nextNumber() {
    return calls.incrementAndGet();
  }

  /// @throws RefusedCallException if too many requests are under way
  void enter() {
    if (!places.tryAcquire()) {
      throw new RefusedCallException(
          429, "too_much_at_once", "more than " + MAX_AT_ONCE + " calls at once at this door");
    }
  }

  void leave() {
    places.release();
  }

  /// Waits until what is under way has been settled and written down, and lets nothing in any more.
  ///
  /// @return false if it took too long
  public boolean drain(Duration atMost) {
    try {
      return places.tryAcquire(MAX_AT_ONCE, atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Whether the request carries the door's token, as OpenAI's clients send it or as Anthropic's.
  boolean admits(HttpFields headers) {
    var bearer = headers.get("authorization");
    return same(headers.get("x-api-key"))
        || (bearer != null && bearer.startsWith("Bearer ") && same(bearer.substring(7).strip()));
  }

  private boolean same(@Nullable String offered) {
    return offered != null
        && MessageDigest.isEqual(
            offered.getBytes(StandardCharsets.UTF_8),
            token.reveal().getBytes(StandardCharsets.UTF_8));
  }
}
