package drydock.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Tasks of several kinds, each with another diff, whose steps build upon each other: a step that
/// is lost, done twice, or done in another's tree shows in the diff.
final class ChaosWork {
  private static final int KINDS = 8;
  private static final int STEPS = 6;

  private ChaosWork() {}

  /// @param model the recording's name
  record Kind(String model, Path repository) {
    Map<String, Object> task() {
      return Map.of(
          "prompt",
          "Count.",
          "model",
          "scripted/" + model,
          "repo",
          Map.of("url", repository.toString()));
    }
  }

  /// @param folder for repositories
  /// @param scripts for recordings
  static List<Kind> make(Path folder, Path scripts) throws IOException, InterruptedException {
    Files.createDirectories(scripts);
    var kinds = new ArrayList<Kind>();
    for (var kind = 0; kind < KINDS; kind++) {
      var name = "chaos-" + kind;
      Files.writeString(scripts.resolve(name + ".jsonl"), recording(kind));
      kinds.add(new Kind(name, Repositories.make(folder.resolve(name), 10 + kind)));
    }
    return kinds;
  }

  /// A step that was interrupted is asked for again, and does only what is not done yet.
  private static String recording(int kind) {
    var lines = new StringBuilder();
    for (var step = 0; step < STEPS; step++) {
      var line = "kind " + kind + " step " + step;
      var before = step == 0 ? "" : "grep -qx 'kind " + kind + " step " + (step - 1) + "' log && ";
      var command =
          before + "{ grep -qsx '%s' log || echo '%s' >>log; } && sleep 0.5".formatted(line, line);
      lines.append(Scripts.reply("", command, true));
    }
    lines.append(Scripts.reply("", "mv d0/f" + kind + ".txt moved || test -e moved", true));
    return lines.append(Scripts.reply("Counted to " + STEPS + ".", null, false)).toString();
  }
}
