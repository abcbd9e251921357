package drydock.engine.runner.output;

import drydock.domain.secret.Secrets;
import drydock.domain.task.Artifact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Copies what the task left in `/app/output`: plain files only, no link followed, within limits.
/// What cannot be kept is left out and counted; it is no reason to lose the rest. A secret in a
/// name is masked, and the copy is kept under that name.
public final class Artifacts {
  private static final int MAX_FILES = 1000;
  private static final long MAX_BYTES = 256L << 20;

  /// So that it can be copied to wherever the logs lie: PATH_MAX is 4096.
  private static final int MAX_PATH = 1000;

  private final Path from;
  private final Path to;
  private final Secrets secrets;
  private final List<Artifact> kept = new ArrayList<>();
  private long bytes;
  private int leftOut;

  public Artifacts(Path from, Path to, Secrets secrets) {
    this.from = from;
    this.to = to;
    this.secrets = secrets;
  }

  public List<Artifact> copy() {
    if (!Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try {
      Files.walkFileTree(from, Set.of(), 32, new Copy());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the artifacts", e);
    }
    return kept;
  }

  /// How many files are too large, too many, not to be read, or of one name when it is masked.
  public int leftOut() {
    return leftOut;
  }

  private final class Copy extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!attributes.isRegularFile()) {
        return FileVisitResult.CONTINUE;
      }
      var name = shown(from.relativize(file));
      if (kept.size() >= MAX_FILES
          || bytes + attributes.size() > MAX_BYTES
          || name.toString().length() > MAX_PATH) {
        leftOut++;
        return FileVisitResult.CONTINUE;
      }
      // Opened without following, so that a link put there meanwhile is an error and not a leak.
      try (var in =
          Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
        var target = to.resolve(name);
        Files.createDirectories(target.getParent());
        Files.copy(Channels.newInputStream(in), target);
      } catch (AccessDeniedException | FileAlreadyExistsException _) {
        // The sandbox's user is this server's where that is an ordinary one, and may close a file;
        // and two names may be one without their secrets.
        leftOut++;
        return FileVisitResult.CONTINUE;
      }
      bytes += attributes.size();
      kept.add(new Artifact(name.toString(), attributes.size()));
      return FileVisitResult.CONTINUE;
    }

    private Path shown(Path name) {
      var masked = secrets.mask(name.toString());
      return masked.equals(name.toString()) ? name : Path.of(masked);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      leftOut++;
      return FileVisitResult.CONTINUE;
    }
  }
}
