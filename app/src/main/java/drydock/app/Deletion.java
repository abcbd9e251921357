package drydock.app;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.LoggerFactory;

/// Removes a tree without following a link.
final class Deletion {
  private Deletion() {}

  static void of(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            // A folder without rights (an overlay's work folder) is opened by its owner first.
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
              Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
              of(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
              Files.deleteIfExists(dir);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      LoggerFactory.getLogger(Deletion.class).warn("cannot remove {}: {}", folder, e.toString());
    }
  }
}
