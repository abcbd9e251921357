package drydock.agent.loop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The repository's own word to agents: `AGENTS.md` at its root, and in folders below, each given
/// once, when a file below it is first touched. Not thread safe.
final class Guidance {
  private static final String NAME = "AGENTS.md";
  private static final int ROOT_BYTES = 32 * 1024;
  private static final int NESTED_BYTES = 12 * 1024;

  private final Path root;
  private final Set<Path> given = new HashSet<>();

  Guidance(Path root) {
    this.root = root;
    given.add(root);
  }

  Optional<String> ofRoot() {
    return read(root.resolve(NAME), ROOT_BYTES)
        .map(text -> "The repository's AGENTS.md says:\n\n" + text);
  }

  /// What was not given yet and concerns this file, outermost first, or nothing.
  String concerning(Path file) {
    var said = new StringBuilder();
    for (var folder : foldersAbove(file)) {
      if (given.add(folder)) {
        read(folder.resolve(NAME), NESTED_BYTES)
            .ifPresent(text ->
                said.append("\n\n[")
                    .append(root.relativize(folder).resolve(NAME))
                    .append(" says, for all below that folder:]\n")
                    .append(text));
      }
    }
    return said.toString();
  }

  private List<Path> foldersAbove(Path file) {
    var folders = new ArrayList<Path>();
    for (var at = file.getParent(); at != null && at.startsWith(root); at = at.getParent()) {
      folders.addFirst(at);
    }
    return folders;
  }

  private static Optional<String> read(Path file, int limit) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (var in = Files.newInputStream(file)) {
      var text = new String(in.readNBytes(limit), StandardCharsets.UTF_8);
      var cut = Files.size(file) > limit ? "\n[cut here; the rest is in the file]" : "";
      return Optional.of(text.strip() + cut).filter(t -> !t.isBlank());
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
