package drydock.server;

/// The server cannot start as it is set. The message is one line that says what to do.
public final class ServerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What stands in the way; a person must change something, so none is worth trying again.
  public enum Cause {
    PORT_TAKEN,
    ADDRESS_UNUSABLE,
    PUBLIC_URL_MISSING,
    PUBLIC_URL_INVALID;

    public boolean retryable() {
      return false;
    }
  }

  // Not called cause(): Throwable has one.
  private final Cause why;

  ServerException(Cause why, String message, Throwable from) {
    super(message, from);
    this.why = why;
  }

  ServerException(Cause why, String message) {
    super(message);
    this.why = why;
  }

  public Cause why() {
    return why;
  }
}
