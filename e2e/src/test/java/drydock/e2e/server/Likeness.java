package drydock.e2e.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Compares JSON with what was expected of it: an object by the fields that are named (null = must
/// not be there), an array element by element, text as it is, or after `~` as a pattern that must
/// be found in it. Pure.
public final class Likeness {
  private Likeness() {}

  public static boolean isLike(JsonNode expected, JsonNode actual) {
    return differences("", expected, actual).isEmpty();
  }

  /// @return a line for each difference, with where it is
  public static List<String> differences(String where, JsonNode expected, JsonNode actual) {
    var found = new ArrayList<String>();
    if (expected.isObject() && actual.isObject()) {
      for (var field : expected.properties()) {
        var name = field.getKey();
        found.addAll(differences(where + "/" + name, field.getValue(), actual.path(name)));
      }
    } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
      for (var i = 0; i < expected.size(); i++) {
        found.addAll(differences(where + "/" + i, expected.get(i), actual.get(i)));
      }
    } else if (!isSame(expected, actual)) {
      found.add(where + ": expected " + shown(expected) + " but was " + shown(actual));
    }
    return found;
  }

  private static boolean isSame(JsonNode expected, JsonNode actual) {
    if (expected.isNull()) {
      return actual.isMissingNode() || actual.isNull();
    }
    if (expected.isTextual() && actual.isTextual() && expected.asText().startsWith("~")) {
      var pattern = Pattern.compile(expected.asText().substring(1), Pattern.DOTALL);
      return pattern.matcher(actual.asText()).find();
    }
    return expected.equals(actual);
  }

  private static String shown(JsonNode node) {
    return node.isMissingNode() ? "nothing" : node.toString();
  }
}
