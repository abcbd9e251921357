package drydock.engine;

import drydock.domain.RefusedException;
import drydock.domain.RefusedException.Code;
import drydock.domain.task.AttemptId;
import drydock.engine.home.Home;
import drydock.engine.runner.Trees;
import drydock.engine.runner.Trees.Side;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A task's files, below its folder in `logs/`. Holds no state.
final class LogFiles implements TaskFiles {
  private final Home home;
  private final Trees trees;

  LogFiles(Home home, Trees trees) {
    this.home = home;
    this.trees = trees;
  }

  @Override
  public List<Name> list(AttemptId attempt) {
    var folder = home.logs(attempt);
    var names = new ArrayList<Name>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a) {
              return isOfAnother(folder, dir)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
              if (a.isRegularFile()) {
                names.add(new Name(folder.relativize(file).toString(), a.size()));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
    names.addAll(attached(attempt));
    names.sort(Comparator.comparing(Name::path));
    return names;
  }

  private List<Name> attached(AttemptId attempt) {
    var workspace = home.workspace(attempt);
    return workspace.attached().stream()
        .flatMap(id -> workspace.attachment(id).stream())
        .map(file -> {
          var name = workspace.attachments().relativize(file).toString();
          return new Name(ATTACHMENTS + name, file.toFile().length());
        })
        .toList();
  }

  /// The folders of further attempts lie in that of the first; what a task left in its own
  /// `output/` may have any name.
  private static boolean isOfAnother(Path folder, Path dir) {
    return folder.equals(dir.getParent()) && dir.getFileName().toString().matches("attempt-\\d+");
  }

  @Override
  public Optional<Path> find(AttemptId attempt, String name) {
    try {
      var isAttached = name.startsWith(ATTACHMENTS);
      var file = isAttached ? home.workspace(attempt).folder() : home.logs(attempt);
      for (var part : Path.of(name)) {
        var text = part.toString();
        if (text.isEmpty() || text.equals(".") || text.equals("..") || part.isAbsolute()) {
          return Optional.empty();
        }
        file = file.resolve(part);
        if (Files.isSymbolicLink(file)) {
          return Optional.empty();
        }
      }
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !Path.of(name).isAbsolute()
          ? Optional.of(file)
          : Optional.empty();
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  @Override
  public void writePatch(AttemptId attempt, OutputStream to) throws IOException {
    if (trees.isLive(attempt)) {
      trees.writeLivePatch(attempt, to);
      return;
    }
    var file = find(attempt, "diff.patch");
    if (file.isPresent()) {
      Files.copy(file.get(), to);
    }
  }

  @Override
  public Optional<String> diffJson(AttemptId attempt) {
    return find(attempt, "diff.json")
        .map(file -> {
          try {
            return Files.readString(file);
          } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
          }
        });
  }

  @Override
  public boolean writeTree(AttemptId attempt, OutputStream to) throws IOException {
    return trees.writeZip(attempt, to);
  }

  @Override
  public byte[] blob(AttemptId attempt, Side side, String path) {
    var bytes =
        Optional.of(path)
            .filter(LogFiles::isInRepository)
            .flatMap(file -> trees.file(attempt, side, file, MOST_BLOB_BYTES + 1))
            .orElseThrow(() -> new RefusedException(Code.NOT_FOUND, "there is no such file"));
    if (bytes.length > MOST_BLOB_BYTES) {
      throw new RefusedException(
          Code.TOO_LARGE,
          "the file has more than " + MOST_BLOB_BYTES + " bytes: take it from tree.zip");
    }
    return bytes;
  }

  /// What cannot be the path of a file below a repository's root is none.
  private static boolean isInRepository(String path) {
    return path.indexOf('\0') < 0
        && Stream.of(path.split("/", -1)).noneMatch(Set.of("", ".", "..")::contains);
  }
}
