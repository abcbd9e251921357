package drydock.domain;

/// What was asked cannot be done as asked, and the person who asked can mend it. The message is one
/// line that says what is wrong and what to do; the [Code] is for programs. The HTTP edge turns it
/// into problem+json.
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Stable codes of the API, in lower case on the wire.
  public enum Code {
    BAD_REQUEST,
    PROMPT_EMPTY,
    PROMPT_TOO_LARGE,
    UNKNOWN_MODE,
    UNKNOWN_AGENT,
    UNKNOWN_PROVIDER,
    UNKNOWN_MODEL,
    MODEL_HAS_NO_PRICE,
    NO_MODEL,
    KEY_REFUSED,
    PROVIDER_UNAVAILABLE,
    UNKNOWN_UPLOAD,
    REPOSITORY_INVALID,
    REPOSITORY_UNAVAILABLE,
    ARCHIVE_REJECTED,
    TOO_LARGE,
    UNSUPPORTED_MEDIA_TYPE,
    UNAUTHORIZED,
    FORBIDDEN,
    FORBIDDEN_ORIGIN,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    CONFLICT,
    IDEMPOTENCY_CONFLICT,
    NOT_AVAILABLE,
    TOO_MANY_REQUESTS
  }

  private final Code code;

  public RefusedException(Code code, String message) {
    super(message);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
