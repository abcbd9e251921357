package drydock.acp;

import java.util.Locale;

/// What sort of thing a tool does.
public enum ToolKind {
  READ,
  EDIT,
  DELETE,
  MOVE,
  SEARCH,
  EXECUTE,
  THINK,
  FETCH,
  SWITCH_MODE,
  OTHER;

  /// As the protocol writes it.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What this side does not know is [#OTHER].
  static ToolKind of(String wire) {
    for (var kind : values()) {
      if (kind.wire().equals(wire)) {
        return kind;
      }
    }
    return OTHER;
  }
}
