package drydock.cli;

/// What the process ends with (contract, section 1).
enum ExitCode {
  DONE(0),
  TASK_FAILED(1),
  USAGE(2),
  MISSING(3),
  NO_SERVER(4);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
