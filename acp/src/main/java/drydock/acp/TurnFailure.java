package drydock.acp;

import java.util.Locale;
import java.util.Optional;

/// Why an agent gave up, which the protocol's stop reasons cannot say: an extension
/// (`_meta."drydock.dev/failure"`).
///
/// @param message one line that says what is wrong and what to do
public record TurnFailure(Cause cause, String message) {
  /// The contract's causes that an agent can tell of.
  public enum Cause {
    NO_PROGRESS,
    MODEL_UNKNOWN,
    MODEL_REFUSED,
    MODEL_UNAVAILABLE,
    AGENT_FAILED,
    BUDGET;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Cause> of(String wire) {
      for (var cause : values()) {
        if (cause.wire().equals(wire)) {
          return Optional.of(cause);
        }
      }
      return Optional.empty();
    }
  }
}
