package drydock.engine.runner;

import drydock.domain.task.Cause;
import drydock.domain.task.Outcome;
import drydock.domain.task.Phase;
import java.time.Duration;

/// Why an attempt must stop before its own end.
sealed interface Stop {
  /// A person canceled it.
  record Canceled() implements Stop {}

  record TimeIsUp(Duration limit) implements Stop {}

  /// It is another node's now, or its log cannot be written: nothing more may be done for it.
  record Lost() implements Stop {}

  default Outcome outcome(Phase phase) {
    return switch (this) {
      case Canceled() -> new Outcome.Canceled();
      case TimeIsUp(var limit) ->
          new Outcome.Failed(
              Cause.TIMEOUT,
              "the time limit of "
                  + limit
                  + " was reached: give it more with budget.time, or a smaller task",
              phase,
              "");
      case Lost() -> throw new IllegalStateException("a lost attempt has no outcome of ours");
    };
  }
}
