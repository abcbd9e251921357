package drydock.app.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import drydock.engine.home.Checkpoint;
import drydock.engine.home.Home;
import drydock.engine.home.Workspace;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What of `DRYDOCK_HOME` goes into a backup: all that belongs to its tasks, and to its operator.
/// Not: checkouts and mirrors that nobody stands on, the agent's runtime, PostgreSQL's programs,
/// all of which are made again; and the installation's name, which is another's in a copy.
final class HomeParts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Home home;

  HomeParts(Home home) {
    this.home = home;
  }

  /// What runners remember, by the names of attempts' folders: taken before the database's moment,
  /// because a memory that is younger than its log counts words as answered whose answer the log
  /// does not have.
  Map<String, byte[]> memories() throws IOException {
    var memories = new TreeMap<String, byte[]>();
    for (var name : attempts()) {
      try {
        var memory = new Workspace(home.workspaces().resolve(name)).memory();
        memories.put(name, Files.readAllBytes(memory));
      } catch (NoSuchFileException _) {
        // It has only begun, or is gone.
      }
    }
    return memories;
  }

  /// A driver may keep files of its own beside them.
  private List<String> attempts() throws IOException {
    var attempts = children(home.workspaces());
    attempts.removeIf(name -> !Files.isDirectory(home.workspaces().resolve(name)));
    return attempts;
  }

  /// @param tasks of the database's moment
  /// @param memories of attempts of these tasks
  /// @return names below the home. A mirror's refs come before the objects they name: what comes
  ///   while they are copied is too much then, and nothing is missing
  List<String> names(Collection<String> tasks, Map<String, byte[]> memories) throws IOException {
    var names =
        new ArrayList<>(
            List.of(
                "version", "token", "keys.json", "model.json", "drydock.yaml", "git/known_hosts"));
    var remembered = new ArrayList<>(memories.values());
    for (var attempt : children(home.checkpoints())) {
      var checkpoint = new Checkpoint(home.checkpoints().resolve(attempt));
      if (tasks.contains(taskOf(attempt)) && Files.isRegularFile(checkpoint.memory())) {
        remembered.add(Files.readAllBytes(checkpoint.memory()));
        names.add("checkpoints/" + attempt);
      }
    }
    var mirrors = mirrors(remembered);
    for (var attempt : attempts()) {
      if (tasks.contains(taskOf(attempt))) {
        names.add("workspaces/" + attempt);
      }
    }
    for (var mirror : mirrors) {
      names.add("layers/" + mirror);
      var parts = new ArrayList<>(children(home.mirrors().resolve(mirror)));
      parts.removeIf(part -> part.endsWith(".lock"));
      parts.sort((a, b) -> Boolean.compare(a.equals("objects"), b.equals("objects")));
      parts.forEach(part -> names.add("mirrors/" + mirror + "/" + part));
    }
    tasks.forEach(task -> names.add("logs/" + task));
    names.add("uploads");
    names.removeIf(name -> !Files.exists(home.root().resolve(name), LinkOption.NOFOLLOW_LINKS));
    return names;
  }

  /// Attempts' folders are called `TASK-N`.
  static String taskOf(String attempt) {
    return attempt.substring(0, Math.max(0, attempt.lastIndexOf('-')));
  }

  private static Set<String> mirrors(Collection<byte[]> memories) throws IOException {
    var mirrors = new TreeSet<String>();
    for (var memory : memories) {
      try {
        JsonNode mirror = JSON.readTree(memory).path("mirror");
        if (mirror.isTextual()) {
          mirrors.add(mirror.asText());
        }
      } catch (JsonProcessingException _) {
        // A damaged one is kept as it is, and keeps the rest from nothing.
      }
    }
    return mirrors;
  }

  private static List<String> children(Path folder) throws IOException {
    var names = new ArrayList<String>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
    } catch (NoSuchFileException _) {
      return names;
    }
    names.sort(null);
    return names;
  }
}
