package drydock.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What a command sees of the environment: ours without what is the agent's alone, and what set-up
/// exported.
final class ShellEnvironment {
  /// For programs that would page, ask or colour.
  private static final Map<String, String> QUIET =
      Map.of(
          "TERM", "dumb",
          "PAGER", "cat",
          "GIT_PAGER", "cat",
          "GIT_TERMINAL_PROMPT", "0",
          "NO_COLOR", "1");

  private static final Set<String> KEPT = Set.of("DRYDOCK", "DRYDOCK_TASK_ID", "DRYDOCK_OUTPUT");

  private ShellEnvironment() {}

  /// @param exported a file of `NAME=VALUE`, each ended by a zero byte (environ(7), `env -0`)
  /// @throws IllegalArgumentException if the file cannot be read
  static Map<String, String> of(Map<String, String> own, Optional<Path> exported) {
    var all = new TreeMap<String, String>();
    own.forEach((name, value) -> {
      if (!isAgents(name)) {
        all.put(name, value);
      }
    });
    all.putAll(QUIET);
    exported.ifPresent(file -> all.putAll(read(file)));
    return all;
  }

  private static boolean isAgents(String name) {
    return name.startsWith("OPENAI_")
        || name.startsWith("ANTHROPIC_")
        || (name.startsWith("DRYDOCK_") && !KEPT.contains(name));
  }

  private static Map<String, String> read(Path file) {
    var all = new TreeMap<String, String>();
    try {
      var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      for (var entry : text.split("\0", -1)) {
        var equals = entry.indexOf('=');
        if (equals > 0) {
          all.put(entry.substring(0, equals), entry.substring(equals + 1));
        }
      }
      return all;
    } catch (IOException e) {
      throw new IllegalArgumentException("DRYDOCK_SHELL_ENV cannot be read: " + e.getMessage());
    }
  }
}
