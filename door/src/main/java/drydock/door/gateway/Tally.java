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
  CallRecord settle(
      Asked asked, int requestBytes, Meter.Reservation reserved, CallListener listener) {
    var text = heard.toString(StandardCharsets.UTF_8);
    var status = sent.map(Sent::status).orElse(0);
    var reading = status == 200 ? read(asked.dialect(), text) : Reading.NOTHING;
    var counted = count(status, reading, requestBytes);
    var used = counted.tokens().input() + counted.tokens().output();
    sent.ifPresent(s -> s.pass().used(used));
    Usage usage = reserved.settle(counted);
    var took = Duration.between(began, clock.instant());
    listener.called(asked.model(), usage, took, status);
    var times = new Times(took, toFirstByte, sent.map(Sent::tries).orElse(1));
    return new CallRecord(asked, status, text, reading.reply(), counted, usage, times);
  }

  private Reading read(Dialect dialect, String text) {
    var type = sent.map(s -> s.answer().headers().get(HttpHeader.CONTENT_TYPE)).orElse("");
    return AnswerReader.read(dialect, type.startsWith("text/event-stream"), text);
  }

  /// What the provider said. What it did not say of an answer that came, or of a call that was
  /// given up while it worked, is guessed; so is an input of nothing, which llama.cpp reports in
  /// Messages.
  private Counted count(int status, Reading reading, int requestBytes) {
    if (sent.isPresent() && status != 200) {
      return NOTHING;
    }
    var replyBytes = sent.isEmpty() ? 0 : Json.write(ReplyJson.write(reading.reply())).length();
    var guess = Counted.guess(requestBytes, replyBytes);
    if (reading.counted().isEmpty()) {
      return guess;
    }
    var said = reading.counted().get();
    var cut = reading.reply().stop() == Stop.CUT;
    if (!cut && said.tokens().input() > 0) {
      return said;
    }
    var input = said.tokens().input() > 0 ? said.tokens().input() : guess.tokens().input();
    var output = Math.max(said.tokens().output(), cut ? guess.tokens().output() : 0);
    return new Counted(
        new Tokens(input, said.tokens().cachedInput(), output), said.cacheWritten(), true);
  }
}
