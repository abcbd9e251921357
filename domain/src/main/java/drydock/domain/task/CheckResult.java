package drydock.domain.task;

import java.time.Duration;

/// What the acceptance command said, in a clean sandbox on base + set-up + patch.
public record CheckResult(Status status, String command, int exitStatus, Duration took) {
  public enum Status {
    PASSED,
    FAILED,
    /// It could not be run to its end: no sandbox, or out of time.
    ERROR
  }
}
