package drydock.acp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/// A call over the connection did not come to an answer, or to an error as its answer.
public final class AcpException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What went wrong.
  public enum Reason {
    /// The other side is gone, or this side was closed.
    CLOSED,
    /// No answer in time. The connection is still open.
    TIMEOUT,
    /// The other side answered with an error: see [#code] and [#data].
    REMOTE,
    /// What the other side sent or did is not the protocol.
    PROTOCOL;

    /// Whether a new connection to a new process may do better.
    public boolean retryable() {
      return switch (this) {
        case CLOSED, TIMEOUT -> true;
        case REMOTE, PROTOCOL -> false;
      };
    }
  }

  private final Reason reason;
  private final int code;
  private final transient JsonNode data;

  public AcpException(Reason reason, String message) {
    this(reason, message, 0, MissingNode.getInstance());
  }

  AcpException(Reason reason, String message, int code, JsonNode data) {
    super(message);
    this.reason = reason;
    this.code = code;
    this.data = data;
  }

  public Reason reason() {
    return reason;
  }

  public boolean retryable() {
    return reason.retryable();
  }

  /// JSON-RPC's error code, 0 unless [Reason#REMOTE].
  public int code() {
    return code;
  }

  /// What the other side added to its error; missing unless [Reason#REMOTE].
  public JsonNode data() {
    return data;
  }
}
