package drydock.agent;

import drydock.agent.model.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What `agent run` was asked.
record AloneRequest(String task, String mode, Path output) {
  private static final Set<String> OPTIONS = Set.of("--task", "--task-file", "--mode", "--output");

  /// @throws IllegalArgumentException with a line for the person
  static AloneRequest parse(List<String> args, boolean asking) throws IOException {
    var said = options(args);
    var file = Optional.ofNullable(said.get("--task-file")).map(Path::of);
    var fromFile = file.isPresent() ? read(file.get()) : Map.<String, String>of();
    var task = said.getOrDefault("--task", fromFile.getOrDefault("prompt", ""));
    if (task.isBlank()) {
      throw new IllegalArgumentException("no task: give --task TEXT or --task-file FILE");
    }
    var mode = said.getOrDefault("--mode", fromFile.getOrDefault("mode", asking ? "ask" : "code"));
    if (!Set.of("ask", "code", "pr").contains(mode)) {
      throw new IllegalArgumentException("--mode must be ask or code, not '" + mode + "'");
    }
    return new AloneRequest(
        task, mode, Path.of(said.getOrDefault("--output", ".drydock-output")).toAbsolutePath());
  }

  Settings settings(Settings settings) {
    var all = new HashMap<>(settings.all());
    all.put("DRYDOCK_MODE", mode);
    all.put("DRYDOCK_OUTPUT", output.toString());
    return new Settings(all);
  }

  private static Map<String, String> options(List<String> args) {
    var said = new HashMap<String, String>();
    for (var i = 0; i < args.size(); i += 2) {
      if (!OPTIONS.contains(args.get(i)) || i + 1 == args.size()) {
        throw new IllegalArgumentException(
            "'" + args.get(i) + "' is no option, or its value is missing");
      }
      said.put(args.get(i), args.get(i + 1));
    }
    return said;
  }

  /// The same file as /app/task.json.
  private static Map<String, String> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no file " + file);
    }
    var node =
        Json.parseObject(Files.readString(file))
            .orElseThrow(() -> new IllegalArgumentException(file + " is no JSON object"));
    var all = new HashMap<String, String>();
    for (var name : List.of("prompt", "mode")) {
      if (node.path(name).isTextual()) {
        all.put(name, node.path(name).textValue());
      }
    }
    return all;
  }
}
