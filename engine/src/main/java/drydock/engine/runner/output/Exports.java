package drydock.engine.runner.output;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a set-up script exported: the variables that differ after it from before it. Pure.
public final class Exports {
  /// The shell's own, and what belongs to the phase and not to the script.
  private static final Set<String> NOT_HANDED_ON =
      Set.of("_", "SHLVL", "PWD", "OLDPWD", "drydock_lists", "drydock_script", "drydock_status");

  private Exports() {}

  /// @param before and `after` are `env -0` listings
  public static Map<String, String> between(String before, String after) {
    var was = parse(before);
    var changed = new TreeMap<String, String>();
    parse(after)
        .forEach((name, value) -> {
          if (!value.equals(was.get(name)) && isHandedOn(name)) {
            changed.put(name, value);
          }
        });
    return changed;
  }

  /// Shell functions cannot be handed on as variables, and `DRYDOCK_` is ours.
  private static boolean isHandedOn(String name) {
    return !NOT_HANDED_ON.contains(name)
        && !name.startsWith("DRYDOCK_")
        && name.matches("[A-Za-z_][A-Za-z0-9_]*");
  }

  public static Map<String, String> parse(String listing) {
    var variables = new LinkedHashMap<String, String>();
    for (var entry : listing.split("\0", -1)) {
      var equals = entry.indexOf('=');
      if (equals > 0) {
        variables.put(entry.substring(0, equals), entry.substring(equals + 1));
      }
    }
    return variables;
  }

  public static String format(Map<String, String> variables) {
    return variables.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue() + "\0")
        .collect(Collectors.joining());
  }
}
