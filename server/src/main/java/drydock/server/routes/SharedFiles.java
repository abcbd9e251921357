package drydock.server.routes;

import drydock.domain.port.Shares.Part;
import drydock.engine.TaskFiles;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Which files of a task a link shows. What is not named here is never shown. Pure.
final class SharedFiles {
  static final String DIFF = "diff.patch";
  static final String EXPLANATION = "explanation.md";
  private static final List<String> ALWAYS = List.of(EXPLANATION, DIFF);

  private SharedFiles() {}

  /// @param kept the files that are there
  static List<String> shown(Set<Part> include, List<TaskFiles.Name> kept) {
    return Stream.concat(
            ALWAYS.stream(),
            kept.stream()
                .map(TaskFiles.Name::path)
                .filter(name -> !ALWAYS.contains(name) && isShown(include, name)))
        .toList();
  }

  static boolean isShown(Set<Part> include, String name) {
    return ALWAYS.contains(name) || include.stream().anyMatch(part -> filesOf(part).contains(name));
  }

  private static Set<String> filesOf(Part part) {
    return switch (part) {
      case LOGS -> Set.of("setup.log", "agent.log", "check.log");
      case PROMPTS -> Set.of("prompt.txt", "llm_response.txt");
    };
  }
}
