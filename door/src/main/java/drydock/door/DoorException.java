package drydock.door;

/// A door could not be opened. The message is one line that says what to do.
public final class DoorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public enum Cause {
    /// The folder's path is too long for a Unix socket (unix(7)).
    PATH_TOO_LONG,
    /// The socket cannot be made there.
    SOCKET_FAILED,
    /// The model's provider is not configured.
    UNKNOWN_PROVIDER;

    public boolean retryable() {
      return this == SOCKET_FAILED;
    }
  }

  private final Cause why;

  public DoorException(Cause why, String message) {
    super(message);
    this.why = why;
  }

  public DoorException(Cause why, String message, Throwable cause) {
    super(message, cause);
    this.why = why;
  }

  public Cause why() {
    return why;
  }

  public boolean retryable() {
    return why.retryable();
  }
}
