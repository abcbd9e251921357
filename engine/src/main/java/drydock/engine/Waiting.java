package drydock.engine;

import drydock.domain.task.State;
import drydock.domain.task.Task;
import drydock.engine.Workstation.Wait;
import drydock.engine.scheduler.Scheduler;
import java.util.Optional;
import java.util.stream.IntStream;

/// Why queued tasks wait. Thread safe.
record Waiting(QueueView queue, Scheduler scheduler, int capacity) {
  /// None if it does not.
  Optional<Wait> of(Task task) {
    if (task.state() != State.QUEUED) {
      return Optional.empty();
    }
    var order = queue.order();
    return IntStream.range(0, order.size())
        .filter(i -> order.get(i).task().equals(task.id()))
        .boxed()
        .findFirst()
        .map(i -> new Wait(i + 1, reason(i)));
  }

  private String reason(int ahead) {
    var obstacle = scheduler.obstacle();
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    var running = scheduler.running();
    if (running < capacity) {
      return "it starts now";
    }
    return "%d of %d places on this machine are taken%s"
        .formatted(running, capacity, ahead == 0 ? "" : ", and " + ahead + " wait before it");
  }
}
