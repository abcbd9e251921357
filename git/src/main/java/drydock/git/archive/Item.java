package drydock.git.archive;

import drydock.git.files.RawPath;
import java.util.Optional;

/// One thing in an archive. Paths are relative, clean (`a/b`, no `.`, no `..`), and never empty.
public sealed interface Item {
  RawPath path();

  /// @param bytes as announced; the content is checked to be just as long
  /// @param executable none where the archive cannot say
  record File(RawPath path, long bytes, Optional<Boolean> executable) implements Item {}

  record Folder(RawPath path) implements Item {}

  /// @param target as written, any bytes
  record Link(RawPath path, RawPath target) implements Item {}

  /// The same content as a file that came before.
  record HardLink(RawPath path, RawPath target) implements Item {}
}
