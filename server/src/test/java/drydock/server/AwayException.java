package drydock.server;

import drydock.domain.Retryable;

/// As a database that is away would throw.
final class AwayException extends RuntimeException implements Retryable {
  private static final long serialVersionUID = 1L;

  @Override
  public boolean retryable() {
    return true;
  }
}
