package drydock.engine.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/// When a shared tree was used last: the time of the empty file `TREE.used` beside it, because the
/// tree itself is never changed.
public final class LastUse {
  private static final String ENDING = ".used";

  private LastUse() {}

  public static void note(Path tree) {
    var mark = mark(tree);
    try {
      try {
        Files.setLastModifiedTime(mark, FileTime.fromMillis(System.currentTimeMillis()));
      } catch (NoSuchFileException _) {
        Files.createFile(mark);
      }
    } catch (IOException _) {
      // A full disk keeps nobody from using what is there.
    }
  }

  public static Instant of(Path tree) {
    try {
      var mark = mark(tree);
      return Files.getLastModifiedTime(Files.exists(mark) ? mark : tree).toInstant();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + tree, e);
    }
  }

  /// With the tree, its mark goes.
  public static void forget(Path tree) {
    try {
      Files.deleteIfExists(mark(tree));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + mark(tree), e);
    }
  }

  public static boolean isMark(Path file) {
    return file.getFileName().toString().endsWith(ENDING);
  }

  private static Path mark(Path tree) {
    return tree.resolveSibling(tree.getFileName() + ENDING);
  }
}
