package drydock.engine.runner.approval;

/// What a policy says to a wish.
sealed interface Verdict {
  /// @param by what
  record Allowed(String by) implements Verdict {}

  record Asked() implements Verdict {}

  /// @param by what
  record Denied(String by) implements Verdict {}

  /// Of two the stricter.
  default Verdict and(Verdict other) {
    return other.strictness() > strictness() ? other : this;
  }

  private int strictness() {
    return switch (this) {
      case Allowed _ -> 0;
      case Asked() -> 1;
      case Denied _ -> 2;
    };
  }
}
