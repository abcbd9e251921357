package drydock.server.routes;

import drydock.domain.task.Task;
import drydock.domain.task.TaskId;
import drydock.engine.Workstation;
import java.time.Duration;

/// Waits for a task to change its state. Thread safe.
final class StateWatch {
  private static final int BATCH = 500;

  private final Workstation workstation;

  StateWatch(Workstation workstation) {
    this.workstation = workstation;
  }

  /// The task as soon as it has another state than now, or as it is when the time is up. An ended
  /// task is returned at once: nothing is on its way.
  Task await(TaskId id, Duration atMost) throws InterruptedException {
    var until = System.nanoTime() + atMost.toNanos();
    // The log first: a change between the two reads is then either in the state or still to come.
    var seen = workstation.task(id).state().isEnded() ? 0 : lastEvent(id);
    var task = workstation.task(id);
    var state = task.state();
    while (task.state() == state && !state.isEnded()) {
      var left = Duration.ofNanos(until - System.nanoTime());
      if (!left.isPositive()) {
        return task;
      }
      var news = workstation.events(id, seen, BATCH, left);
      seen += news.size();
      task = workstation.task(id);
    }
    return task;
  }

  /// The number of the last event. Numbers have no gaps, so that it is found without reading the
  /// whole log.
  private long lastEvent(TaskId id) throws InterruptedException {
    long there = 0;
    long step = 64;
    while (exists(id, there + step)) {
      there += step;
      step *= 2;
    }
    for (; step > 0; step /= 2) {
      if (exists(id, there + step)) {
        there += step;
      }
    }
    return there;
  }

  private boolean exists(TaskId id, long number) throws InterruptedException {
    return !workstation.events(id, number - 1, 1, Duration.ZERO).isEmpty();
  }
}
