package drydock.door.gateway;

import drydock.domain.model.Dialect;
import drydock.domain.model.Tokens;
import drydock.domain.model.Usage;
import drydock.door.dialect.AnswerReader;
import drydock.door.dialect.Counted;
import drydock.door.dialect.Json;
import drydock.door.dialect.Reading;
import drydock.door.dialect.Reply.Stop;
import drydock.door.dialect.ReplyJson;
import drydock.door.gateway.CallRecord.Asked;
import drydock.door.gateway.CallRecord.Times;
import drydock.door.gateway.Sender.Sent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;

/// What is seen of one answer while it passes by.
final class Tally {
  private static final int LARGEST_RECORD = 32 << 20;
  private static final Counted NOTHING = Counted.of(Tokens.NONE);

  private final InstantSource clock;
  private final Instant began;
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private Optional<Duration> toFirstByte = Optional.empty();
  private Optional<Sent> sent = Optional.empty();

  Tally(InstantSource clock) {
    this.clock = clock;
    this.began = clock.instant();
  }

  Instant began() {
    return began;
  }

  void answered(Sent by) {
    sent = Optional.of(by);
  }

  void heard(byte[] buffer, int count) {
    if (toFirstByte.isEmpty()) {
      toFirstByte = Optional.of(Duration.between(began, clock.instant()));
    }
    if (heard.size() < LARGEST_RECORD) {
      heard.write(buffer, 0, count);
    }
  }

  /// Counts the call, tells who wants to know, and returns its record.
  ///
  /// @param requestBytes of the request as it went out
  CallRecord settle(Asked asked, int requestBytes, Access.Books books) {
    var text = heard.toString(StandardCharsets.UTF_8);
    var status = sent.map(Sent::status).orElse(0);
    var reading = status == 200 ? read(asked.dialect(), text) : Reading.NOTHING;
    var counted = count(status, reading, requestBytes);
    var used = counted.tokens().input() + counted.tokens().output();
    sent.ifPresent(s -> s.pass().used(used));
    Usage usage = books.meter().settle(counted);
    var took = Duration.between(began, clock.instant());
    books.listener().called(asked.model(), usage, took, status);
    var times = new Times(took, toFirstByte, sent.map(Sent::tries).orElse(1));
    return new CallRecord(asked, status, text, reading.reply(), counted, usage, times);
  }

  private Reading read(Dialect dialect, String text) {
    var type = sent.map(s -> s.answer().headers().get(HttpHeader.CONTENT_TYPE)).orElse("");
    return AnswerReader.read(dialect, type.startsWith("text/event-stream"), text);
  }

  /// What the provider said; what it did not say of an answer that came, or of a call that was
  /// given up while it worked, is guessed.
  private Counted count(int status, Reading reading, int requestBytes) {
    if (sent.isPresent() && status != 200) {
      return NOTHING;
    }
    var cut = reading.reply().stop() == Stop.CUT;
    if (reading.counted().isPresent() && !cut) {
      return reading.counted().get();
    }
    var replyBytes = sent.isEmpty() ? 0 : Json.write(ReplyJson.write(reading.reply())).length();
    var guess = Counted.guess(requestBytes, replyBytes);
    return reading
        .counted()
        .map(said ->
            new Counted(
                new Tokens(
                    said.tokens().input(),
                    said.tokens().cachedInput(),
                    Math.max(said.tokens().output(), guess.tokens().output())),
                said.cacheWritten(),
                true))
        .orElse(guess);
  }
}
