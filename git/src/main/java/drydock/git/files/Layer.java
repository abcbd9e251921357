package drydock.git.files;

import java.util.List;
import java.util.Optional;

/// How a folder stands to the one below it (overlayfs.rst of the kernel, "whiteouts and opaque
/// directories"; the `user.` names where it was mounted with `userxattr`).
public enum Layer {
  /// What is not here is as below.
  MERGES,
  /// As [#MERGES], and an empty file may be marked as a deletion by an attribute (kernel 6.7).
  MERGES_WITH_MARKED_WHITEOUTS,
  /// What is not here is not there at all, and so in every folder below.
  REPLACES;

  private static final List<String> PREFIXES = List.of("user.overlay.", "trusted.overlay.");

  /// Of a folder within one of this kind.
  public Layer of(Folder folder) {
    if (this == REPLACES) {
      return REPLACES;
    }
    for (var prefix : PREFIXES) {
      var opaque = folder.attribute(prefix + "opaque");
      if (opaque.equals(Optional.of("y"))) {
        return REPLACES;
      }
      if (opaque.equals(Optional.of("x"))) {
        return MERGES_WITH_MARKED_WHITEOUTS;
      }
    }
    return MERGES;
  }

  public boolean isWhiteout(Folder folder, Entry entry) {
    if (this != MERGES_WITH_MARKED_WHITEOUTS || entry.bytes() > 0) {
      return false;
    }
    try (var file = folder.file(entry.name())) {
      return PREFIXES.stream().anyMatch(p -> file.attribute(p + "whiteout").isPresent());
    } catch (ErrnoException e) {
      if (e.isGone()) {
        return false;
      }
      throw e;
    }
  }
}
