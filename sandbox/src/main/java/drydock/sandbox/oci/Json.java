package drydock.sandbox.oci;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes maps, lists, strings, numbers and booleans as indented JSON (RFC 8259). This module
/// writes one small document and reads none, which is not worth a library.
final class Json {
  /// JSON text that is put in as it stands.
  record Raw(String text) {}

  private final StringBuilder out = new StringBuilder(16_384);

  private Json() {}

  static String write(Map<String, ?> document) {
    var json = new Json();
    json.value(document, "\n");
    return json.out.append('\n').toString();
  }

  /// Keys and values in turn, in the order they are to be written.
  static Map<String, Object> object(Object... pairs) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }

  private void value(Object value, String indent) {
    switch (value) {
      case Map<?, ?> map -> members(map, indent);
      case List<?> list -> elements(list, indent);
      case String text -> string(text);
      case Raw(String text) -> out.append(text.strip());
      case Number number -> out.append(number);
      case Boolean bool -> out.append(bool);
      default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
    }
  }

  private void members(Map<?, ?> map, String indent) {
    var inner = indent + "  ";
    out.append('{');
    for (Iterator<? extends Map.Entry<?, ?>> i = map.entrySet().iterator(); i.hasNext(); ) {
      var entry = i.next();
      out.append(inner);
      string((String) entry.getKey());
      out.append(": ");
      value(entry.getValue(), inner);
      out.append(i.hasNext() ? "," : indent);
    }
    out.append('}');
  }

  private void elements(List<?> list, String indent) {
    var flat = list.stream().allMatch(String.class::isInstance);
    var inner = flat ? "" : indent + "  ";
    out.append('[');
    for (Iterator<?> i = list.iterator(); i.hasNext(); ) {
      out.append(inner);
      value(i.next(), inner);
      out.append(i.hasNext() ? flat ? ", " : "," : flat ? "" : indent);
    }
    out.append(']');
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        default -> out.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
      }
    }
    out.append('"');
  }
}
