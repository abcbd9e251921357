package drydock.door.provider;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.domain.model.Dialect;
import drydock.domain.model.ModelName;
import drydock.domain.model.ModelSpec;
import drydock.domain.model.ModelSpec.Tools;
import drydock.domain.model.Price;
import drydock.door.dialect.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// The models that ship, from `models.json`, with the day their figures were looked up.
final class KnownModels {
  private KnownModels() {}

  static List<ModelSpec> shipped() {
    try (var in = KnownModels.class.getResourceAsStream("models.json")) {
      if (in == null) {
        throw new IllegalStateException("models.json is missing");
      }
      var models = Json.MAPPER.readTree(in).path("models");
      return StreamSupport.stream(models.spliterator(), false).map(KnownModels::spec).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("models.json", e);
    }
  }

  private static ModelSpec spec(JsonNode model) {
    return new ModelSpec(
        ModelName.parse(model.path("name").asText()),
        Dialect.OPENAI_CHAT,
        model.path("contextTokens").intValue(),
        model.path("maxOutputTokens").intValue(),
        price(model),
        model.path("tools").asText().equals("text") ? Tools.TEXT : Tools.NATIVE,
        model.path("vision").asBoolean());
  }

  private static Optional<Price> price(JsonNode model) {
    return model.has("inputUsdPerMTok")
        ? Optional.of(
            new Price(
                model.path("inputUsdPerMTok").decimalValue(),
                model.path("cachedUsdPerMTok").decimalValue(),
                model.path("outputUsdPerMTok").decimalValue()))
        : Optional.empty();
  }
}
