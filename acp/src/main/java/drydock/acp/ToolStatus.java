package drydock.acp;

import java.util.Locale;

/// How far a tool call is.
public enum ToolStatus {
  PENDING,
  IN_PROGRESS,
  COMPLETED,
  FAILED;

  /// As the protocol writes it.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isFinal() {
    return this == COMPLETED || this == FAILED;
  }

  /// What this side does not know is [#IN_PROGRESS].
  static ToolStatus of(String wire) {
    for (var status : values()) {
      if (status.wire().equals(wire)) {
        return status;
      }
    }
    return IN_PROGRESS;
  }
}
