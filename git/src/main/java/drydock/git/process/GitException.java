package drydock.git.process;

import drydock.domain.Retryable;

/// Git could not do what was asked. The message is one line that says what is wrong and what to do;
/// it never holds a credential.
public final class GitException extends RuntimeException implements Retryable {
  private static final long serialVersionUID = 1L;

  public enum Cause {
    /// No such repository, no access, a broken one, or one with what we refuse.
    REPOSITORY_UNAVAILABLE(false),
    /// The host does not answer now.
    HOST_UNREACHABLE(true),
    REF_UNKNOWN(false),
    ARCHIVE_REJECTED(false),
    DISK_FULL(true),
    FAILED(false);

    private final boolean retryable;

    Cause(boolean retryable) {
      this.retryable = retryable;
    }
  }

  private final Cause cause;

  public GitException(Cause cause, String message) {
    super(message);
    this.cause = cause;
  }

  public GitException(Cause cause, String message, Throwable by) {
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
