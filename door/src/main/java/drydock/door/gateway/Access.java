package drydock.door.gateway;

import drydock.domain.Secret;
import drydock.domain.model.ModelSpec;
import drydock.door.provider.Provider;
import drydock.door.provider.Upstream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/// What one door gives of models: who may ask, which model answers, what it may cost, and where it
/// is written. Thread safe.
public final class Access {
  private static final int BODY_BUDGET_KB = 256 * 1024;

  private final Secret token;
  private final ModelSpec model;
  private final Way way;
  private final Books books;
  private final AtomicInteger calls;

  /// What requests of this door hold in memory together, in kB: a sandbox must not fill the
  /// server's.
  private final Semaphore memory = new Semaphore(BODY_BUDGET_KB);

  /// How calls go out.
  public record Way(Provider provider, Upstream upstream, Turnstile turnstile) {}

  /// Where calls are counted and written.
  public record Books(Meter meter, Recorder recorder, CallListener listener) {}

  /// @param callsBefore of the attempt, so that numbers go on
  public Access(Secret token, ModelSpec model, Way way, Books books, int callsBefore) {
    this.token = token;
    this.model = model;
    this.way = way;
    this.books = books;
    this.calls = new AtomicInteger(callsBefore);
  }

  ModelSpec model() {
    return model;
  }

  Way way() {
    return way;
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
