package drydock.sandbox;

/// How a layered folder is made on this machine.
public enum Layering {
  /// A kernel overlay with `userxattr`: the upper holds exactly the change.
  OVERLAY,
  /// The kernel refuses overlays: the upper holds a copy of everything.
  COPY
}
