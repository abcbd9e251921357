package drydock.door.provider.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.domain.model.Dialect;
import drydock.door.dialect.AnswerWriter;
import drydock.door.dialect.Counted;
import drydock.door.dialect.Entry;
import drydock.door.dialect.ErrorBody;
import drydock.door.dialect.History;
import drydock.door.dialect.Json;
import drydock.door.dialect.Line;
import drydock.door.dialect.ReplyJson;
import drydock.door.provider.Answer;
import drydock.door.provider.Outgoing;
import drydock.door.provider.Patience;
import drydock.door.provider.Provider;
import drydock.door.provider.Sleeper;
import drydock.door.provider.Upstream;
import drydock.door.provider.UpstreamException;
import drydock.door.provider.UpstreamException.Kind;
import drydock.door.provider.scripted.Script.Fault;
import drydock.door.provider.scripted.Script.Turn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpFields;

/// Plays recordings. One instance belongs to one door: it remembers which faults were played.
public final class ScriptedUpstream implements Upstream {
  private final Provider.Scripted provider;
  private final Patience patience;
  private final Sleeper sleeper;
  private final Map<String, AtomicInteger> played = new ConcurrentHashMap<>();

  public ScriptedUpstream(Provider.Scripted provider, Patience patience, Sleeper sleeper) {
    this.provider = provider;
    this.patience = patience;
    this.sleeper = sleeper;
  }

  @Override
  public Answer send(Outgoing request) throws InterruptedException {
    if (request.call().isEmpty()) {
      return request.path().startsWith("/models")
          ? json(200, models())
          : json(200, Json.object().put("input_tokens", request.body().remaining() / 4));
    }
    var dialect = request.call().get().dialect();
    var body = request.call().get().body();
    var model = body.path("model").asText();
    Script script;
    try {
      script = script(model);
    } catch (IOException e) {
      var says = "there is no recording " + model + ".jsonl in " + provider.folder();
      return json(404, ErrorBody.of(dialect, "not_found", says));
    } catch (IllegalArgumentException e) {
      return json(400, ErrorBody.of(dialect, "bad_recording", String.valueOf(e.getMessage())));
    }
    var history = History.of(dialect, body);
    var number = number(script, history, body);
    if (number >= script.turns().size()) {
      var says =
          "the recording %s.jsonl has ended: its %d answers have been given, and it has no more"
              .formatted(model, script.turns().size());
      return json(400, ErrorBody.of(dialect, "recording_ended", says));
    }
    if (!script.turns().get(number).fits(history)) {
      var says =
          "the recording %s.jsonl was made on another repository: play it on a copy of that one"
              .formatted(model);
      return json(400, ErrorBody.of(dialect, "recording_does_not_fit", says));
    }
    return play(request, number, script.turns().get(number));
  }

  private Answer play(Outgoing request, int number, Turn turn) throws InterruptedException {
    var call = request.call().orElseThrow();
    var fault = fault(call.body().path("model").asText(), number, turn);
    if (turn.delay().isPositive()) {
      sleeper.sleep(turn.delay());
    }
    var line =
        new Line(
            number,
            call.body().path("model").asText(),
            turn.reply(),
            turn.counted().orElseGet(() -> guess(request, turn)),
            call.body().path("stream_options").path("include_usage").asBoolean());
    var chunks =
        call.body().path("stream").asBoolean()
            ? AnswerWriter.streamed(call.dialect(), line)
            : List.of(AnswerWriter.whole(call.dialect(), line));
    var type = call.body().path("stream").asBoolean() ? "text/event-stream" : "application/json";
    return switch (fault.orElse(null)) {
      case null -> answer(type, new Chunks(chunks, false));
      case Fault.Status status -> refusal(call.dialect(), status);
      case Fault.Cut _ -> answer(type, new Chunks(half(chunks), true));
      case Fault.Hang _ -> {
        sleeper.sleep(patience.firstByte());
        throw new UpstreamException(
            Kind.SILENT, "the recording hangs here, as written", new TimeoutException());
      }
    };
  }

  private Optional<Fault> fault(String model, int number, Turn turn) {
    if (turn.faults().isEmpty()) {
      return Optional.empty();
    }
    var next = played.computeIfAbsent(model + " " + number, _ -> new AtomicInteger());
    var index = next.getAndIncrement();
    return index < turn.faults().size() ? Optional.of(turn.faults().get(index)) : Optional.empty();
  }

  /// Half the events, or half of the only piece.
  private static List<byte[]> half(List<byte[]> chunks) {
    if (chunks.size() > 1) {
      return chunks.subList(0, chunks.size() / 2);
    }
    var whole = new String(chunks.getFirst(), StandardCharsets.UTF_8);
    return List.of(whole.substring(0, whole.length() / 2).getBytes(StandardCharsets.UTF_8));
  }

  private static int number(Script script, List<Entry> history, JsonNode request) {
    var previous = request.path("previous_response_id").asText("");
    return previous.matches("resp_\\d{1,6}")
        ? Integer.parseInt(previous.substring("resp_".length())) + 1 + History.turns(history)
        : script.next(history);
  }

  private static Counted guess(Outgoing request, Turn turn) {
    var reply = Json.write(ReplyJson.write(turn.reply())).length();
    return Counted.guess(request.body().remaining(), reply);
  }

  private Script script(String model) throws IOException {
    var file = provider.folder().resolve(model + ".jsonl").normalize();
    if (!file.startsWith(provider.folder().normalize())) {
      throw new IllegalArgumentException("no recording has such a name: " + model);
    }
    return Script.read(file);
  }

  private JsonNode models() {
    var list = Json.object().put("object", "list");
    var data = list.putArray("data");
    for (var id : provider.recordings()) {
      data.addObject().put("id", id).put("object", "model").put("type", "model");
    }
    return list.put("has_more", false);
  }

  private static Answer refusal(Dialect dialect, Fault.Status fault) {
    var headers = HttpFields.build().put("content-type", "application/json");
    fault.retryAfter().ifPresent(after -> headers.put("retry-after", after));
    var body =
        fault
            .body()
            .orElseGet(
                () -> ErrorBody.of(dialect, "scripted", "the recording fails here, as written"));
    return new Answer(
        fault.status(),
        headers,
        new ByteArrayInputStream(Json.write(body).getBytes(StandardCharsets.UTF_8)),
        () -> {});
  }

  private static Answer json(int status, JsonNode body) {
    return new Answer(
        status,
        HttpFields.build().put("content-type", "application/json"),
        new ByteArrayInputStream(Json.write(body).getBytes(StandardCharsets.UTF_8)),
        () -> {});
  }

  private static Answer answer(String type, InputStream body) {
    return new Answer(200, HttpFields.build().put("content-type", type), body, () -> {});
  }
}
