package drydock.domain.model;

/// Why a model, or its provider, gave no answer that could be used.
public enum NoAnswer {
  KEY_REFUSED,
  NO_SUCH_MODEL,
  NOT_REACHABLE,
  TOO_SLOW,
  BUSY,
  /// Anything else that was said, or what nobody understands.
  REFUSED
}
