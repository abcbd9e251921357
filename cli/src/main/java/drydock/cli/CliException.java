package drydock.cli;

/// A command cannot go on. The message is for the person at the keyboard: what is wrong, and what
/// to do.
final class CliException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private final String words;

  CliException(ExitCode exitCode, String words) {
    super(words);
    this.exitCode = exitCode;
    this.words = words;
  }

  String words() {
    return words;
  }

  ExitCode exitCode() {
    return exitCode;
  }
}
