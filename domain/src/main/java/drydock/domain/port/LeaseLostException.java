package drydock.domain.port;

import drydock.domain.task.AttemptId;

/// Another node holds the attempt now, or it was canceled or deleted: stop, and write nothing more.
public final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LeaseLostException(AttemptId attempt) {
    super("the lease of " + attempt + " is lost");
  }
}
