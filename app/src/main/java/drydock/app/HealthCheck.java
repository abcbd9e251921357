package drydock.app;

import drydock.domain.port.Queue;
import drydock.engine.Workstation.Health;
import drydock.engine.home.Room;
import drydock.engine.scheduler.Scheduler;
import drydock.sandbox.SandboxDriver;
import java.util.ArrayList;

/// How well the whole is, asked part by part.
final class HealthCheck {
  private final Scheduler scheduler;
  private final Queue queue;
  private final SandboxDriver driver;
  private final Room room;
  private final int capacity;

  HealthCheck(Scheduler scheduler, Queue queue, SandboxDriver driver, Room room, int capacity) {
    this.scheduler = scheduler;
    this.queue = queue;
    this.driver = driver;
    this.room = room;
    this.capacity = capacity;
  }

  Health now() {
    var parts = new ArrayList<Health.Part>();
    var queued = 0;
    try {
      queued = queue.waiting().size();
      parts.add(new Health.Part("database", true, "answers"));
    } catch (RuntimeException e) {
      parts.add(new Health.Part("database", false, "does not answer"));
    }
    var sandboxes = driver.availability();
    parts.add(new Health.Part("sandbox", sandboxes.usable(), sandboxes.why()));
    parts.add(disk());
    return new Health(
        parts.stream().allMatch(Health.Part::healthy),
        Installation.VERSION,
        scheduler.running(),
        capacity,
        queued,
        parts);
  }

  private Health.Part disk() {
    var left = room.left();
    return new Health.Part(
        "disk", !left.isLittle(), room.obstacle().orElseGet(() -> left.toString()));
  }
}
