package drydock.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import drydock.domain.port.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The one JSON of Drydock: lower camel case names, RFC 3339 times, ISO 8601 durations, enums in
/// lower snake case, empty [java.util.Optional]s absent, sealed types with a `type`. Strict in what
/// it reads: unknown, doubled and missing fields are refused. Thread safe.
public final class Json implements JsonCodec {
  private final JsonMapper mapper =
      JsonMapper.builder()
          .annotationIntrospector(new DomainForm())
          .addModules(new Jdk8Module(), new JavaTimeModule(), new Scalars(), new FlatEvents())
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
          .disable(
              SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
              SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS,
              SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
              DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(LogicalType.Textual, Json::onlyStrings)
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .build();

  private static void onlyStrings(MutableCoercionConfig config) {
    config
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  @Override
  public String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not to be written as JSON: " + value.getClass(), e);
    }
  }

  /// @throws MalformedJsonException if the text is not such a value
  @Override
  public <T> T read(String json, Class<T> type) {
    try {
      return notNull(mapper.readValue(json, type));
    } catch (JsonProcessingException e) {
      throw MalformedJsonException.of(e, unknown(json, type));
    }
  }

  /// The first field that such a record has not. Jackson complains of what is missing first, though
  /// a misspelt field is mostly both.
  private Optional<String> unknown(String json, Class<?> type) {
    try {
      var known = Stream.ofNullable(type.getRecordComponents()).flatMap(Stream::of);
      var names = known.map(RecordComponent::getName).collect(Collectors.toSet());
      return mapper
          .readTree(json)
          .propertyStream()
          .map(Map.Entry::getKey)
          .filter(name -> !names.contains(name))
          .findFirst();
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  /// As [#read(String, Class)], from UTF-8 bytes.
  ///
  /// @throws UncheckedIOException if the stream breaks
  public <T> T read(InputStream json, Class<T> type) {
    try {
      return notNull(mapper.readValue(json, type));
    } catch (JsonProcessingException e) {
      throw MalformedJsonException.of(e, Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T notNull(T value) {
    if (value == null) {
      throw new MalformedJsonException("null is not a value here", null);
    }
    return value;
  }
}
