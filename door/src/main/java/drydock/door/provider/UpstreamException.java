package drydock.door.provider;

/// A provider did not answer. The message is one line without secrets.
public final class UpstreamException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public enum Kind {
    /// No connection: refused, unknown host, no route, TLS.
    UNREACHABLE,
    /// The connection broke before an answer.
    BROKEN,
    /// Nothing came in time.
    SILENT
  }

  private final Kind kind;

  public UpstreamException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
