package drydock.app;

/// A command cannot do its work. The message is one line for the person; the code is the process's
/// exit status (contract, section 1).
final class StartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  StartException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
