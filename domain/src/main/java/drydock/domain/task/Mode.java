package drydock.domain.task;

/// What a person wants back.
public enum Mode {
  /// An explanation; the files stay as they are.
  ASK,
  /// A diff.
  CODE,
  /// A diff, published as a pull request.
  PR
}
