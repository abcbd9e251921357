package drydock.door.gateway;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.domain.model.Dialect;
import drydock.domain.model.ModelName;
import drydock.domain.model.Tokens;
import drydock.door.dialect.Counted;
import drydock.door.dialect.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What the gateway changes in a request: the model's name if it is another than the attempt's, and
/// in Chat streams `stream_options.include_usage`, because they tell their usage only when asked.
/// (A client that did not ask gets one more chunk, with no choices in it, as the API reference
/// describes; nothing is taken out of an answer.) A request that needs no change goes out in the
/// very bytes it came in.
///
/// @param askedFor the name that was replaced
record Edit(JsonNode tree, ByteBuffer bytes, Optional<String> askedFor) {

  /// Of one call of Chat Completions: OpenAI's own limit.
  private static final long MOST_ANSWERS = 128;

  private static final ObjectReader STRICT =
      Json.MAPPER.reader().with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

  /// @throws RefusedCallException if the body is not a JSON object that names a model
  static Edit of(Dialect dialect, ModelName model, byte[] body) {
    if (!(parse(body) instanceof ObjectNode tree) || !tree.path("model").isTextual()) {
      throw new RefusedCallException(
          400, "bad_request", "a JSON object with a 'model' is expected as the body");
    }
    var named = tree.path("model").asText();
    var changed = false;
    if (!named.equals(model.model())) {
      tree.put("model", model.model());
      changed = true;
    }
    if (dialect == Dialect.OPENAI_CHAT
        && tree.path("stream").asBoolean()
        && !tree.path("stream_options").path("include_usage").asBoolean()) {
      tree.withObjectProperty("stream_options").put("include_usage", true);
      changed = true;
    }
    var same = named.equals(model.model()) || named.equals(model.toString());
    return new Edit(
        tree,
        ByteBuffer.wrap(changed ? Json.write(tree).getBytes(StandardCharsets.UTF_8) : body),
        same ? Optional.empty() : Optional.of(named));
  }

  /// What the call may come to: a guess of its input, and as many answers as are asked for, as long
  /// as they may be.
  ///
  /// @param longest tokens of an answer, where the request sets no limit
  Counted atMost(Dialect dialect, long longest) {
    var limit =
        switch (dialect) {
          case OPENAI_CHAT ->
              tree.path("max_completion_tokens").asLong(tree.path("max_tokens").asLong(longest));
          case OPENAI_RESPONSES -> tree.path("max_output_tokens").asLong(longest);
          case ANTHROPIC_MESSAGES -> tree.path("max_tokens").asLong(longest);
        };
    var answers = Math.clamp(tree.path("n").asLong(1), 1, MOST_ANSWERS);
    var output = Math.clamp(limit, 0, longest) * answers;
    return new Counted(new Tokens(bytes.remaining() / Counted.BYTES_PER_TOKEN, 0, output), 0, true);
  }

  /// A name given twice is refused: we would check the one and the provider might take the other.
  private static JsonNode parse(byte[] body) {
    try {
      return STRICT.readTree(body);
    } catch (IOException _) {
      return Json.object();
    }
  }
}
