package drydock.git;

import drydock.git.files.Layer;
import java.nio.file.Path;

/// Where a task left its changes.
public record ChangedFolder(Path folder, Kind kind) {
  public enum Kind {
    /// The upper folder of an overlay: only what changed, deletions as whiteouts.
    OVERLAY_UPPER,
    /// A whole working copy.
    WHOLE_TREE
  }

  Layer layer() {
    return switch (kind) {
      case OVERLAY_UPPER -> Layer.MERGES;
      case WHOLE_TREE -> Layer.REPLACES;
    };
  }
}
