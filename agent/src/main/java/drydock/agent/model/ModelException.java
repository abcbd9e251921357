package drydock.agent.model;

/// There is no answer. The message is one line that says what is wrong and what to do.
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public enum Reason {
    /// 404: the server does not know the model.
    UNKNOWN,
    /// 400, 401, 403: the same request will be refused again.
    REFUSED,
    /// The history is longer than the model's context.
    TOO_LONG,
    /// The model cannot use tools.
    NO_TOOLS,
    /// 402: the gateway says that the budget is spent.
    BUDGET,
    /// 429, 5xx and the like: retried by the gateway already.
    UNAVAILABLE,
    /// The answer broke off.
    BROKEN;

    public boolean retryable() {
      return switch (this) {
        case BROKEN -> true;
        case UNKNOWN, REFUSED, TOO_LONG, NO_TOOLS, BUDGET, UNAVAILABLE -> false;
      };
    }
  }

  private final Reason reason;

  public ModelException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /// The message, which is never null here.
  public String explanation() {
    return String.valueOf(getMessage());
  }
}
