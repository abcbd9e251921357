package drydock.door.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.domain.model.Dialect;
import drydock.domain.model.ModelName;
import drydock.domain.model.Usage;
import drydock.door.dialect.Counted;
import drydock.door.dialect.Json;
import drydock.door.dialect.Reply;
import drydock.door.dialect.ReplyJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// One model call, from both sides.
///
/// @param asked what was known when it began
/// @param status the provider's, 0 if it never answered
/// @param response the body as it came
record CallRecord(
    Asked asked,
    int status,
    String response,
    Reply reply,
    Counted counted,
    Usage usage,
    Times times) {

  /// @param number of the attempt's calls, from 1
  /// @param askedFor another model's name that was mapped to this one
  /// @param request as it went out
  record Asked(
      int number,
      Instant at,
      Dialect dialect,
      ModelName model,
      Optional<String> askedFor,
      JsonNode request) {}

  /// @param toFirstByte none if none came
  record Times(Duration took, Optional<Duration> toFirstByte, int tries) {}

  /// A line of `gateway.jsonl`.
  ObjectNode json() {
    var json =
        Json.object()
            .put("number", asked.number())
            .put("at", asked.at().toString())
            .put("dialect", asked.dialect().name().toLowerCase(Locale.ROOT))
            .put("model", asked.model().toString());
    asked.askedFor().ifPresent(name -> json.put("askedFor", name));
    json.set("request", asked.request());
    json.put("status", status).put("response", response);
    json.set("reply", ReplyJson.write(reply));
    json.set("usage", ReplyJson.write(counted));
    json.put("costUsd", usage.usd()).put("took", times.took().toString());
    times.toFirstByte().ifPresent(t -> json.put("timeToFirstByte", t.toString()));
    return json.put("tries", times.tries());
  }
}
