package drydock.door.gateway;

/// A request the gateway itself answers, with an error in the client's dialect.
public final class RefusedCallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  public RefusedCallException(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String says() {
    return String.valueOf(getMessage());
  }
}
