package drydock.engine.runner.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/// Reads small files from folders that a sandbox or a repository wrote: regular files only, no link
/// on the way below the given root, and never more than was asked for.
public final class HostileFile {
  private HostileFile() {}

  /// @return none if it is not there, is no plain file, is reached through a link, or is larger
  ///   than `maxBytes`
  public static Optional<String> read(Path root, String relative, int maxBytes) {
    try {
      var file = root;
      for (var part : Path.of(relative)) {
        if (part.toString().equals("..")) {
          return Optional.empty();
        }
        file = file.resolve(part);
        if (Files.isSymbolicLink(file)) {
          return Optional.empty();
        }
      }
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.empty();
      }
      return content(file, maxBytes);
    } catch (IOException | java.nio.file.InvalidPathException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> content(Path file, int maxBytes) throws IOException {
    try (var channel =
        Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      var buffer = ByteBuffer.allocate(maxBytes + 1);
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
      return buffer.hasRemaining()
          ? Optional.of(new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8))
          : Optional.empty();
    }
  }
}
