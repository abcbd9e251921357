package drydock.door.inquiry;

import drydock.domain.model.Dialect;
import drydock.domain.model.ModelSpec;
import drydock.domain.model.NoAnswer;
import drydock.domain.model.Tokens;
import drydock.door.dialect.AnswerReader;
import drydock.door.dialect.Counted;
import drydock.door.dialect.Json;
import drydock.door.inquiry.Finding.Failed;
import drydock.door.provider.Outgoing;
import drydock.door.provider.Upstream;
import drydock.door.provider.UpstreamException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;

/// Asks a provider something for a person who waits: once, and not for long. Thread safe.
public final class Inquiry {
  private static final int MOST_BYTES = 4 << 20;
  private static final int MOST_MODELS = 500;
  private static final Pattern NAME = Pattern.compile("[!-~]{1,200}");
  private static final int LONGEST_DETAIL = 300;

  private final Upstream upstream;
  private final Duration atMost;
  private final InstantSource clock;

  /// @param upstream to the provider that is asked
  public Inquiry(Upstream upstream, Duration atMost, InstantSource clock) {
    this.upstream = upstream;
    this.atMost = atMost;
    this.clock = clock;
  }

  private record Came(int status, boolean stream, String text) {}

  /// @return [Finding.Models] or [Failed]
  public Finding models() throws InterruptedException {
    var began = clock.instant();
    try {
      var came = ask(Question.models());
      if (came.status() != 200) {
        return failed(came, began);
      }
      var list = Json.parse(came.text()).path("data");
      if (!list.isArray()) {
        return new Failed(
            NoAnswer.REFUSED, "there is no list of models at this address", since(began));
      }
      var names = new ArrayList<String>();
      for (var model : list) {
        var name = model.path("id").asText("");
        if (NAME.matcher(name).matches() && names.size() < MOST_MODELS) {
          names.add(name);
        }
      }
      return new Finding.Models(names);
    } catch (UpstreamException e) {
      return failed(e, began);
    }
  }

  /// @return [Finding.Said] or [Failed]
  public Finding hello(ModelSpec model) throws InterruptedException {
    var began = clock.instant();
    try {
      var came = ask(Question.hello(model, "max_tokens"));
      if (came.status() == 400 && came.text().contains("max_completion_tokens")) {
        came = ask(Question.hello(model, "max_completion_tokens"));
      }
      return came.status() == 200 ? said(model.dialect(), came, began) : failed(came, began);
    } catch (UpstreamException e) {
      return failed(e, began);
    }
  }

  private Finding said(Dialect dialect, Came came, Instant began) {
    var reading = AnswerReader.read(dialect, came.stream(), came.text());
    var tokens = reading.counted().map(Counted::tokens);
    var text = reading.reply().text();
    if (tokens.isEmpty() && text.isBlank()) {
      return new Failed(NoAnswer.REFUSED, "it answered, but not as a model does", since(began));
    }
    var counted = tokens.orElse(Tokens.NONE);
    return new Finding.Said(text, counted.input(), counted.output(), since(began));
  }

  /// On a thread of its own, which is interrupted when it takes too long: an answer that drips
  /// would never be idle.
  private Came ask(Outgoing question) throws InterruptedException {
    var task = new FutureTask<>(() -> answer(question));
    var thread = Thread.ofVirtual().name("inquiry").start(task);
    try {
      return task.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new UpstreamException(
          UpstreamException.Kind.SILENT, "no answer within " + atMost.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UpstreamException known) {
        throw known;
      }
      throw new UpstreamException(UpstreamException.Kind.BROKEN, "the answer broke off", e);
    } finally {
      thread.interrupt();
    }
  }

  private Came answer(Outgoing question) throws InterruptedException, IOException {
    try (var answer = upstream.send(question)) {
      var bytes = answer.body().readNBytes(MOST_BYTES);
      var type = answer.headers().get(HttpHeader.CONTENT_TYPE);
      return new Came(
          answer.status(),
          type != null && type.startsWith("text/event-stream"),
          new String(bytes, StandardCharsets.UTF_8));
    }
  }

  private Failed failed(Came came, Instant began) {
    var words = Json.parse(came.text()).path("error").path("message").asText("").strip();
    var reason = Refusal.of(came.status(), words);
    var said = words.isEmpty() ? "it answered " + came.status() : words;
    return new Failed(reason, line(said), since(began));
  }

  private Failed failed(UpstreamException e, Instant began) {
    var reason =
        switch (e.kind()) {
          case UNREACHABLE, BROKEN -> NoAnswer.NOT_REACHABLE;
          case SILENT -> NoAnswer.TOO_SLOW;
        };
    return new Failed(reason, line(String.valueOf(e.getMessage())), since(began));
  }

  private static String line(String text) {
    var line = text.replaceAll("\\s+", " ");
    return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL - 1) + "…";
  }

  private Duration since(Instant began) {
    return Duration.between(began, clock.instant());
  }
}
