package drydock.domain.task;

/// One try at a task; `number` counts from 1.
public record AttemptId(TaskId task, int number) {
  public AttemptId {
    if (number < 1) {
      throw new IllegalArgumentException("attempts count from 1, not " + number);
    }
  }

  @Override
  public String toString() {
    return task + "-" + number;
  }
}
