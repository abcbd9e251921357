package drydock.engine.keep;

/// What went, or would go.
///
/// @param name below its folder in the home
/// @param bytes on the disk
public record Removed(Kind kind, String name, long bytes) {
  public enum Kind {
    /// The work tree of a task that ended long ago; it is made anew when the task goes on.
    WORKSPACE,
    /// Files of a task that no list shows any more.
    STRAY,
    /// A file that was sent, and that no task used.
    UPLOAD,
    /// A shared tree of a commit; made anew from its mirror.
    CHECKOUT,
    /// What a set-up made; it runs again.
    SETUP,
    /// A repository that no task needs any more; cloned again.
    MIRROR
  }
}
