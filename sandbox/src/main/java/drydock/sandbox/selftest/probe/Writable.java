package drydock.sandbox.selftest.probe;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/// Looks for what could be written: by access(2), which knows of read-only mounts. No link is
/// followed. One thread.
final class Writable {
  private final List<Path> found = new ArrayList<>();
  private int seen;

  void lookAt(Path place) {
    seen++;
    if (Files.isWritable(place)) {
      found.add(place);
    }
  }

  void lookThrough(Path place) throws IOException {
    if (Files.exists(place)) {
      Files.walkFileTree(place, new Visitor());
    }
  }

  Answer answer() {
    return found.isEmpty()
        ? Answer.blocked("none of %d files and folders can be written".formatted(seen))
        : Answer.open(found.getFirst() + " can be written");
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      lookAt(folder);
      return found.isEmpty() ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        lookAt(file);
      }
      return found.isEmpty() ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }
}
