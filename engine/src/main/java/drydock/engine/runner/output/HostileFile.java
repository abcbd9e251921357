package drydock.engine.runner.output;

import drydock.git.files.ErrnoException;
import drydock.git.files.Folder;
import drydock.git.files.RawPath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
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

  /// Copies a file out of a folder whose writer may be at work: everything is reached by
  /// descriptor, so that no link that is put in its place meanwhile leads anywhere.
  ///
  /// @return false, with nothing copied, if it is not there, is no plain file, or has more than
  ///   `maxBytes`
  public static boolean copy(Path root, String relative, long maxBytes, Path to)
      throws IOException {
    var names = List.of(relative.split("/", -1));
    if (names.contains("..")) {
      return false;
    }
    try (var folder = Folder.open(root)) {
      return copy(folder, names, maxBytes, to);
    } catch (ErrnoException e) {
      if (e.isGone() || e.isDenied()) {
        return false;
      }
      throw e;
    }
  }

  private static boolean copy(Folder folder, List<String> names, long maxBytes, Path to)
      throws IOException {
    var name = RawPath.of(names.getFirst());
    if (names.size() > 1) {
      try (var next = folder.folder(name)) {
        return copy(next, names.subList(1, names.size()), maxBytes, to);
      }
    }
    try (var file = folder.file(name);
        var out = Files.newOutputStream(to)) {
      // What is written to it meanwhile is the next copy's.
      var size = file.entry().bytes();
      if (size > maxBytes) {
        return false;
      }
      var buffer = new byte[64 * 1024];
      for (var left = size; left > 0; ) {
        var n = file.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (n < 0) {
          break;
        }
        out.write(buffer, 0, n);
        left -= n;
      }
      return true;
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
