package drydock.door.inquiry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.domain.model.Dialect;
import drydock.domain.model.ModelSpec;
import drydock.door.dialect.Json;
import drydock.door.provider.Outgoing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;

/// Our questions in each dialect. Pure.
final class Question {
  /// Enough for models that think before they speak; what is not said costs nothing.
  private static final int MOST_TOKENS = 256;

  private static final String WORDS = "Say hello in one short sentence.";

  private Question() {}

  /// OpenAI's and Anthropic's API reference, "List models".
  static Outgoing models() {
    return new Outgoing(
        "GET", "/models", Optional.empty(), HttpFields.EMPTY, ByteBuffer.allocate(0));
  }

  /// @param limitField of Chat: OpenAI's newer models refuse `max_tokens`, others know no other
  static Outgoing hello(ModelSpec model, String limitField) {
    var body = body(model, limitField);
    var bytes = ByteBuffer.wrap(Json.write(body).getBytes(StandardCharsets.UTF_8));
    var headers = HttpFields.build().put("content-type", "application/json");
    var call = new Outgoing.Call(model.dialect(), body);
    return new Outgoing("POST", path(model.dialect()), Optional.of(call), headers, bytes);
  }

  private static String path(Dialect dialect) {
    return switch (dialect) {
      case OPENAI_CHAT -> "/chat/completions";
      case OPENAI_RESPONSES -> "/responses";
      case ANTHROPIC_MESSAGES -> "/messages";
    };
  }

  private static ObjectNode body(ModelSpec model, String limitField) {
    var body = Json.object().put("model", model.name().model());
    return switch (model.dialect()) {
      case OPENAI_CHAT -> message(body.put(limitField, MOST_TOKENS), "messages");
      case OPENAI_RESPONSES ->
          message(body.put("max_output_tokens", MOST_TOKENS).put("store", false), "input");
      case ANTHROPIC_MESSAGES -> message(body.put("max_tokens", MOST_TOKENS), "messages");
    };
  }

  private static ObjectNode message(ObjectNode body, String field) {
    body.putArray(field).addObject().put("role", "user").put("content", WORDS);
    return body;
  }
}
