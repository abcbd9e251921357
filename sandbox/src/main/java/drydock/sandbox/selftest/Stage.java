package drydock.sandbox.selftest;

import drydock.sandbox.SandboxSpec;
import java.util.List;
import java.util.Optional;

/// How sandboxes of one phase of a task are made: by whatever code makes those of real tasks, or
/// the test proves nothing.
public interface Stage {
  /// The argv of a Java runtime inside, as far as its options.
  List<String> java();

  /// What one sandbox of this phase stands in.
  ///
  /// @param name told apart from others that are open
  Room open(String name);

  /// Folders and a door of its own, removed when closed.
  interface Room extends AutoCloseable {
    /// With at least one layered folder, which is `/app/code`. Its command is not used.
    SandboxSpec spec();

    /// What the model's gateway behind its door knows it by.
    Optional<String> token();

    @Override
    void close();
  }
}
