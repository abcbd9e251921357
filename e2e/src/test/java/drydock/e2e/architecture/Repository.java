package drydock.e2e.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The checkout the tests run in.
final class Repository {
  static final Path ROOT = find();

  private Repository() {}

  private static Path find() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("docs/architecture.md"))) {
        return folder;
      }
    }
    throw new IllegalStateException("not inside a checkout");
  }

  static String read(String path) {
    try {
      return Files.readString(ROOT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All Java files of a kind (`main`, `test`), of all modules.
  static List<Path> javaFiles(String kind) {
    try (Stream<Path> files = Files.walk(ROOT, 12)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .filter(f -> ROOT.relativize(f).toString().contains("/src/" + kind + "/java/"))
          .filter(f -> !ROOT.relativize(f).toString().contains("target/"))
          .filter(f -> !ROOT.relativize(f).startsWith("examples"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
