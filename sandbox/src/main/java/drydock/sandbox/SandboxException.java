package drydock.sandbox;

import drydock.domain.Retryable;

/// A sandbox could not be made or watched. The message is one line that says what is wrong.
public final class SandboxException extends RuntimeException implements Retryable {
  private static final long serialVersionUID = 1L;

  public enum Cause {
    /// The machine lacks something (runtime, user namespaces): trying again does not help.
    UNAVAILABLE(false),
    IMAGE_UNAVAILABLE(true),
    IMAGE_NEEDS_DOCKER(false),
    /// The runtime failed in a way that another try may not.
    START_FAILED(true),
    DISK_FULL(true);

    private final boolean retryable;

    Cause(boolean retryable) {
      this.retryable = retryable;
    }
  }

  private final Cause cause;

  public SandboxException(Cause cause, String message) {
    super(message);
    this.cause = cause;
  }

  public SandboxException(Cause cause, String message, Throwable by) {
    super(message, by);
    this.cause = cause;
  }

  public Cause reason() {
    return cause;
  }

  @Override
  public boolean retryable() {
    return cause.retryable;
  }
}
