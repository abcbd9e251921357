package drydock.acp;

import java.util.Locale;

/// Why a turn ended.
public enum StopReason {
  END_TURN,
  MAX_TOKENS,
  MAX_TURN_REQUESTS,
  REFUSAL,
  CANCELLED,
  /// One this side does not know.
  OTHER;

  /// As the protocol writes it.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static StopReason of(String wire) {
    for (var reason : values()) {
      if (reason.wire().equals(wire)) {
        return reason;
      }
    }
    return OTHER;
  }
}
