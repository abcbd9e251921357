package drydock.domain.task;

/// How an attempt ended. The diff made until then is kept in every case.
public sealed interface Outcome {
  record Succeeded() implements Outcome {}

  /// @param message one line that says what is wrong and what to do
  /// @param logTail the last lines of the log that shows it, or empty
  record Failed(Cause cause, String message, Phase phase, String logTail) implements Outcome {}

  record Canceled() implements Outcome {}

  default State state() {
    return switch (this) {
      case Succeeded() -> State.SUCCEEDED;
      case Failed _ -> State.FAILED;
      case Canceled() -> State.CANCELED;
    };
  }
}
