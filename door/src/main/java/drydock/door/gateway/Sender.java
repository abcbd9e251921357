package drydock.door.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.domain.model.Dialect;
import drydock.door.dialect.ErrorBody;
import drydock.door.dialect.Json;
import drydock.door.gateway.Access.Way;
import drydock.door.provider.Answer;
import drydock.door.provider.Outgoing;
import drydock.door.provider.Patience;
import drydock.door.provider.Provider;
import drydock.door.provider.Sleeper;
import drydock.door.provider.UpstreamException;
import drydock.door.provider.UpstreamException.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.http.HttpFields;

/// Sends a call, again and again if it must, until there is something to pass on. Thread safe.
public final class Sender {
  private static final int LARGEST_ERROR = 1 << 20;
  private static final int BUFFER = 16 * 1024;

  private final Patience patience;
  private final Retry retry;
  private final InstantSource clock;
  private final Sleeper sleeper;

  public Sender(Patience patience, RandomGenerator random, InstantSource clock, Sleeper sleeper) {
    this.patience = patience;
    this.retry = new Retry(patience, random);
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /// An answer of which the first bytes have come.
  ///
  /// @param answer the provider's; or ours, if it gave none
  /// @param status the provider's, 0 if it never answered
  record Sent(Answer answer, int status, int tries, Turnstile.Pass pass) implements AutoCloseable {
    @Override
    public void close() {
      try {
        answer.close();
      } finally {
        pass.close();
      }
    }
  }

  /// @throws RefusedCallException if no turn came
  /// @throws InterruptedException if the client has gone
  Sent send(Way way, Dialect dialect, Outgoing request, long foreseen) throws InterruptedException {
    var began = clock.instant();
    for (var tries = 1; ; tries++) {
      var pass = way.turnstile().enter(foreseen, patience.turn());
      var kept = false;
      try {
        var attempt = attempt(way, dialect, request);
        var elapsed = Duration.between(began, clock.instant());
        var pause = attempt.again() ? retry.pause(tries, elapsed, attempt.asked()) : NEVER;
        if (pause.isEmpty()) {
          kept = true;
          return new Sent(attempt.answer(dialect), attempt.status(), tries, pass);
        }
        pass.used(0);
        pass.close();
        attempt.asked().ifPresent(way.turnstile()::closeFor);
        sleeper.sleep(pause.get());
      } finally {
        if (!kept) {
          pass.close();
        }
      }
    }
  }

  private static final Optional<Duration> NEVER = Optional.empty();

  private Try attempt(Way way, Dialect dialect, Outgoing request) throws InterruptedException {
    Answer answer;
    try {
      answer = way.upstream().send(request);
    } catch (UpstreamException e) {
      return new Try.Failed(e);
    }
    try {
      return answer.status() >= 400 ? refused(way, dialect, answer) : begun(answer);
    } catch (InterruptedIOException e) {
      answer.close();
      throw interrupted(e);
    } catch (IOException e) {
      answer.close();
      var name = way.provider().name();
      return new Try.Failed(
          new UpstreamException(Kind.BROKEN, "the provider " + name + " broke off its answer", e));
    }
  }

  private Try refused(Way way, Dialect dialect, Answer answer) throws IOException {
    var body = answer.body().readNBytes(LARGEST_ERROR);
    answer.close();
    var text = new String(body, StandardCharsets.UTF_8);
    return new Try.Answered(
        KeyRefusal.is(answer.status()) && way.provider() instanceof Provider.Remote remote
            ? ours(answer.status(), KeyRefusal.body(dialect, remote, answer.status(), text))
            : new Answer(
                answer.status(), answer.headers(), new ByteArrayInputStream(body), () -> {}),
        Retry.passes(answer.status(), answer.headers(), text),
        Retry.asked(answer.headers(), clock.instant()));
  }

  /// Our words in place of an answer.
  private static Answer ours(int status, JsonNode body) {
    return new Answer(
        status,
        HttpFields.build().put("content-type", "application/json"),
        new ByteArrayInputStream(Json.write(body).getBytes(StandardCharsets.UTF_8)),
        () -> {});
  }

  /// Waits for the first bytes: until they are here, the call can still be tried again.
  private static Try begun(Answer answer) throws IOException {
    var buffer = new byte[BUFFER];
    var count = answer.body().read(buffer);
    var first = new ByteArrayInputStream(Arrays.copyOf(buffer, Math.max(0, count)));
    return new Try.Answered(
        new Answer(
            answer.status(),
            answer.headers(),
            new SequenceInputStream(first, answer.body()),
            answer.abandon()),
        false,
        NEVER);
  }

  private static InterruptedException interrupted(Exception cause) {
    var interrupted = new InterruptedException("the client has gone");
    interrupted.initCause(cause);
    return interrupted;
  }

  /// How one try went.
  private sealed interface Try {
    /// @param asked the pause the provider wants
    record Answered(Answer answer, boolean again, Optional<Duration> asked) implements Try {
      @Override
      public Answer answer(Dialect dialect) {
        return answer;
      }

      @Override
      public int status() {
        return answer.status();
      }
    }

    record Failed(UpstreamException failure) implements Try {
      @Override
      public boolean again() {
        return true;
      }

      @Override
      public Optional<Duration> asked() {
        return NEVER;
      }

      @Override
      public Answer answer(Dialect dialect) {
        var status = failure.kind() == Kind.SILENT ? 504 : 502;
        var body = ErrorBody.of(dialect, "model_unavailable", String.valueOf(failure.getMessage()));
        return ours(status, body);
      }

      @Override
      public int status() {
        return 0;
      }
    }

    boolean again();

    Optional<Duration> asked();

    Answer answer(Dialect dialect);

    int status();
  }
}
