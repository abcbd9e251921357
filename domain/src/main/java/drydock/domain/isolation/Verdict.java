package drydock.domain.isolation;

/// What came of one try.
public sealed interface Verdict {
  /// @param by the protection that was seen to answer
  record Blocked(String by) implements Verdict {}

  /// @param reached what must not be
  record Open(String reached) implements Verdict {}

  /// @param why what this machine lacks
  /// @param remedy what would change that
  record NotEnforceable(String why, String remedy) implements Verdict {}

  /// `blocked`, `open`, `not_enforceable`.
  default String word() {
    return switch (this) {
      case Blocked _ -> "blocked";
      case Open _ -> "open";
      case NotEnforceable _ -> "not_enforceable";
    };
  }

  /// The rest of it, in one line.
  default String detail() {
    return switch (this) {
      case Blocked(var by) -> by;
      case Open(var reached) -> reached;
      case NotEnforceable(var why, var remedy) -> why + ": " + remedy;
    };
  }
}
