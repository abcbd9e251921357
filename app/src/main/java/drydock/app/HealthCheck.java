package drydock.app;

import drydock.domain.port.Queue;
import drydock.engine.Workstation.Health;
import drydock.engine.home.Room;
import drydock.engine.keep.HomeUse;
import drydock.engine.scheduler.Scheduler;
import drydock.sandbox.SandboxDriver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How well the whole is, asked part by part.
final class HealthCheck {
  private final Scheduler scheduler;
  private final Queue queue;
  private final SandboxDriver driver;
  private final Disk disk;
  private final int capacity;

  /// @param caches bytes that may lie unused
  record Disk(Room room, HomeUse use, long caches) {}

  HealthCheck(Scheduler scheduler, Queue queue, SandboxDriver driver, Disk disk, int capacity) {
    this.scheduler = scheduler;
    this.queue = queue;
    this.driver = driver;
    this.disk = disk;
    this.capacity = capacity;
  }

  Health now() {
    var parts = new ArrayList<Health.Part>();
    var waiting = List.<Queue.Waiting>of();
    try {
      waiting = queue.waiting();
      parts.add(new Health.Part("database", true, "answers"));
    } catch (RuntimeException e) {
      parts.add(new Health.Part("database", false, "does not answer"));
    }
    var sandboxes = driver.availability();
    parts.add(new Health.Part("sandbox", sandboxes.usable(), sandboxes.why()));
    var left = disk.room().left();
    parts.add(part(left));
    return new Health(
        parts.stream().allMatch(Health.Part::healthy),
        Installation.VERSION,
        scheduler.running(),
        capacity,
        waiting.size(),
        waiting.stream().map(Queue.Waiting::since).min(Comparator.naturalOrder()),
        parts,
        new Health.Disk(
            left.free(), left.total(), left.floor(), disk.caches(), disk.use().latest()));
  }

  private Health.Part part(Room.Left left) {
    return new Health.Part(
        "disk", !left.isLittle(), disk.room().obstacle().orElseGet(() -> left.toString()));
  }
}
