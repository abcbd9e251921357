package drydock.agent.tool;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// Where tools work.
///
/// @param folder the working folder, absolute
/// @param outputs where the whole of a long output is kept; made when needed
/// @param environment all that a command sees of it
public record Workplace(
    Path folder, Path outputs, Map<String, String> environment, Duration commandTimeout) {
  public Workplace {
    environment = Map.copyOf(environment);
  }

  Path resolve(String path) {
    return folder.resolve(path).normalize();
  }

  /// As a person in the working folder would write it.
  String show(Path path) {
    return path.startsWith(folder) ? folder.relativize(path).toString() : path.toString();
  }
}
