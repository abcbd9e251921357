package drydock.agent.loop;

import drydock.acp.TurnFailure;
import drydock.agent.model.ModelException;

/// A turn that gets nowhere ends with this; the message is for a person.
final class GaveUpException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final TurnFailure.Cause cause;

  GaveUpException(TurnFailure.Cause cause, String message) {
    super(message);
    this.cause = cause;
  }

  static GaveUpException noProgress(String message) {
    return new GaveUpException(TurnFailure.Cause.NO_PROGRESS, message);
  }

  static GaveUpException because(ModelException e) {
    var cause =
        switch (e.reason()) {
          case UNKNOWN -> TurnFailure.Cause.MODEL_UNKNOWN;
          case REFUSED, TOO_LONG, NO_TOOLS -> TurnFailure.Cause.MODEL_REFUSED;
          case BUDGET -> TurnFailure.Cause.BUDGET;
          case UNAVAILABLE, BROKEN -> TurnFailure.Cause.MODEL_UNAVAILABLE;
        };
    return new GaveUpException(cause, e.explanation());
  }

  TurnFailure failure() {
    return new TurnFailure(cause, String.valueOf(getMessage()));
  }
}
