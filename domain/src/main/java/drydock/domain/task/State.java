package drydock.domain.task;

import java.util.EnumSet;
import java.util.Set;

/// Where an attempt stands. The order of the constants is the order of progress: a task with
/// several attempts shows the one least finished.
public enum State {
  QUEUED,
  PREPARING,
  SETTING_UP,
  RUNNING,
  /// A person must answer an [Approval]; the sandbox stays and counts.
  WAITING,
  COLLECTING,
  SUCCEEDED,
  FAILED,
  CANCELED;

  public boolean isEnded() {
    return this == SUCCEEDED || this == FAILED || this == CANCELED;
  }

  /// The legal moves. An attempt may go back to QUEUED from anywhere: after a crash, for a next
  /// turn, or for a retry.
  public boolean canBecome(State next) {
    return next == QUEUED || successors().contains(next);
  }

  private Set<State> successors() {
    return switch (this) {
      case QUEUED -> EnumSet.of(PREPARING, CANCELED, FAILED);
      case PREPARING -> EnumSet.of(SETTING_UP, RUNNING, COLLECTING, FAILED, CANCELED);
      case SETTING_UP -> EnumSet.of(RUNNING, COLLECTING, FAILED, CANCELED);
      case RUNNING -> EnumSet.of(WAITING, COLLECTING, FAILED, CANCELED);
      case WAITING -> EnumSet.of(RUNNING, COLLECTING, FAILED, CANCELED);
      case COLLECTING -> EnumSet.of(SUCCEEDED, FAILED, CANCELED);
      case SUCCEEDED, FAILED, CANCELED -> EnumSet.noneOf(State.class);
    };
  }
}
