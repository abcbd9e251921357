package drydock.engine.keep;

import drydock.domain.task.AttemptId;
import drydock.domain.task.TaskId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Folders in folders of the home, and whose they are by their names.
final class Shelf {
  private Shelf() {}

  /// Those that are whole and in their place: not what is in the making or going.
  static List<Path> of(Path... parents) {
    var all = new ArrayList<Path>();
    for (var parent : parents) {
      if (Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
        try (var entries = Files.newDirectoryStream(parent)) {
          entries.forEach(all::add);
        } catch (IOException e) {
          throw new UncheckedIOException("cannot list " + parent, e);
        }
      }
    }
    all.removeIf(each ->
        name(each).startsWith(".")
            || name(each).endsWith(".new")
            || !Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS));
    return all;
  }

  /// How much lies in it, hidden things aside.
  static int count(Path folder) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return 0;
    }
    var all = 0;
    try (var entries = Files.newDirectoryStream(folder)) {
      for (var each : entries) {
        all += name(each).startsWith(".") ? 0 : 1;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
    return all;
  }

  /// `TASK-N`.
  static Optional<AttemptId> attempt(Path folder) {
    var name = name(folder);
    var dash = Math.max(0, name.lastIndexOf('-'));
    var number = name.substring(Math.min(name.length(), dash + 1));
    return TaskId.isValid(name.substring(0, dash)) && number.matches("[1-9]\\d{0,5}")
        ? Optional.of(new AttemptId(new TaskId(name.substring(0, dash)), Integer.parseInt(number)))
        : Optional.empty();
  }

  /// `TASK-N` or `TASK`.
  static Optional<TaskId> task(Path folder) {
    return attempt(folder)
        .map(AttemptId::task)
        .or(() -> Optional.of(name(folder)).filter(TaskId::isValid).map(TaskId::new));
  }

  /// The name of the folder that it lies in.
  static String above(Path folder) {
    return name(Objects.requireNonNull(folder.getParent(), "it lies in the home"));
  }

  static String name(Path folder) {
    return folder.getFileName().toString();
  }
}
