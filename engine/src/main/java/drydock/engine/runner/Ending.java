package drydock.engine.runner;

import drydock.domain.task.Outcome;

/// How a talk with an agent ended.
sealed interface Ending {
  /// The attempt's, if nobody goes on.
  Outcome outcome();

  /// With all that was to be said.
  record Over(Outcome outcome) implements Ending {}

  /// The agent died before that, by itself or by somebody's hand: another may go on.
  ///
  /// @param gotOn whether it had finished a tool call
  record Died(Outcome.Failed outcome, boolean gotOn) implements Ending {}
}
