package drydock.engine.home;

import java.nio.file.Path;

/// What an attempt can go on from when its workspace is gone: what the runner remembered and the
/// agent's session. The tree of that moment lies in the mirror, under a private ref.
public record Checkpoint(Path folder) {
  /// As [Workspace#memory]. Written last: without it there is no checkpoint.
  public Path memory() {
    return folder.resolve("memory.json");
  }

  public Path session() {
    return folder.resolve("session");
  }
}
