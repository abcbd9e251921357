package drydock.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The text is not the JSON that was asked for. The message is one line for the person who sent it:
/// where (line, column, field) and what. It may repeat a word of the text, so what a person sent
/// goes back to that person and into no log.
public final class MalformedJsonException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final String MISSING = "is missing";
  private static final Set<Class<?>> WHOLE_NUMBERS =
      Set.of(int.class, long.class, Integer.class, Long.class, OptionalInt.class);
  private static final Map<Class<?>, String> KINDS =
      Map.of(
          String.class, "a string",
          BigDecimal.class, "a number",
          boolean.class, "true or false",
          Duration.class, "a duration like PT30M",
          Instant.class, "a time like 2026-05-17T10:00:00Z");

  MalformedJsonException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /// @param unknown a field that is not known, for a complaint of one that is missing
  static MalformedJsonException of(JsonProcessingException e, Optional<String> unknown) {
    var at = e.getLocation();
    var place = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
    var wrong = whatIsWrong(e);
    var also =
        unknown
            .filter(_ -> wrong.endsWith(MISSING))
            .map(name -> ", and '" + name + "' is no field here");
    return new MalformedJsonException(place + wrong + also.orElse(""), e);
  }

  private static String whatIsWrong(JsonProcessingException e) {
    return switch (e) {
      case UnrecognizedPropertyException unknown ->
          "unknown field '" + path(unknown) + "'; known here: " + known(unknown);
      case InvalidTypeIdException type -> field(type) + " has no 'type', or an unknown one";
      case MismatchedInputException mismatch -> field(mismatch) + " " + mismatch(mismatch);
      case JsonMappingException mapping ->
          field(mapping) + ": " + firstLine(mapping.getOriginalMessage());
      default -> firstLine(e.getOriginalMessage());
    };
  }

  /// Jackson has one type for all of these, and tells them apart by message only.
  private static String mismatch(MismatchedInputException e) {
    var message = e.getOriginalMessage();
    if (message.startsWith("Missing required")) {
      return MISSING;
    }
    if (message.startsWith("Null value") || e instanceof InvalidNullException) {
      return "must not be null";
    }
    if (message.startsWith("Trailing token")) {
      return "is followed by something else";
    }
    if (message.startsWith("No content")) {
      return "is empty";
    }
    return "is not " + kind(e.getTargetType());
  }

  private static String known(UnrecognizedPropertyException e) {
    return e.getKnownPropertyIds().stream()
        .map(Object::toString)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String kind(@Nullable Class<?> target) {
    if (target == null || target == Object.class) {
      return "what is expected here";
    }
    if (target.isEnum()) {
      return Arrays.stream(target.getEnumConstants())
          .map(constant -> DomainForm.nameOf((Enum<?>) constant))
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    if (WHOLE_NUMBERS.contains(target)) {
      return "a whole number";
    }
    if (Collection.class.isAssignableFrom(target)) {
      return "a list";
    }
    if (target.isRecord() && !Scalars.TEXTS.contains(target)) {
      return "an object";
    }
    return KINDS.getOrDefault(target, "a valid " + target.getSimpleName());
  }

  private static String field(JsonMappingException e) {
    var path = path(e);
    return path.isEmpty() ? "the value" : "field '" + path + "'";
  }

  /// `repo.url`, `attachments[2]`.
  private static String path(JsonMappingException e) {
    var path = new StringBuilder();
    for (var step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("malformed");
  }
}
