package drydock.agent.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads a model's arguments; the message of what is thrown tells the model what was wrong.
final class Arguments {
  private Arguments() {}

  /// @throws IllegalArgumentException if it is missing or no text
  static String text(ObjectNode arguments, String name) {
    return optional(arguments, name)
        .orElseThrow(
            () -> new IllegalArgumentException("'" + name + "' is missing: give a string"));
  }

  static Optional<String> optional(ObjectNode arguments, String name) {
    return Optional.ofNullable(arguments.path(name).textValue());
  }

  /// Models write numbers as strings, too.
  static OptionalInt number(ObjectNode arguments, String name) {
    var node = arguments.path(name);
    if (node.isNumber()) {
      return OptionalInt.of(node.intValue());
    }
    return node.isTextual() && node.textValue().matches("\\d{1,9}")
        ? OptionalInt.of(Integer.parseInt(node.textValue()))
        : OptionalInt.empty();
  }

  static boolean flag(ObjectNode arguments, String name) {
    return arguments.path(name).asBoolean(false);
  }

  static String oneLine(String text) {
    var line = text.strip().lines().findFirst().orElse("");
    return line.length() > 120 ? line.substring(0, 120) + "..." : line;
  }
}
