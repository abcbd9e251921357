package drydock.engine.runner;

import drydock.domain.task.Cause;
import drydock.domain.task.Outcome;
import drydock.domain.task.Phase;

/// Ends an attempt's story early with an outcome. The work done so far is kept.
final class HaltException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Outcome outcome;

  HaltException(Outcome outcome) {
    super(outcome.toString(), null, false, false);
    this.outcome = outcome;
  }

  static HaltException failed(Cause cause, Phase phase, String message) {
    return failed(cause, phase, message, "");
  }

  static HaltException failed(Cause cause, Phase phase, String message, String logTail) {
    return new HaltException(new Outcome.Failed(cause, message, phase, logTail));
  }

  Outcome outcome() {
    return outcome;
  }
}
