package drydock.store;

import drydock.domain.task.AttemptId;
import drydock.domain.task.TaskId;

/// What can be waited for.
final class Keys {
  static final String QUEUE = "queue";

  /// What lists of tasks show.
  static final String LIST = "list";

  private Keys() {}

  static String log(TaskId task) {
    return "log " + task;
  }

  static String inbox(AttemptId attempt) {
    return "inbox " + attempt;
  }
}
