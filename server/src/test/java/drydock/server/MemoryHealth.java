package drydock.server;

import drydock.engine.Workstation.Health;
import drydock.engine.keep.HomeUse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a workstation in memory is.
final class MemoryHealth {
  private MemoryHealth() {}

  static Health of(boolean ready) {
    var logs = new HomeUse.Part(HomeUse.Kind.LOGS, 12, 2);
    var used = new HomeUse.Measured(Instant.EPOCH, Duration.ofMillis(3), List.of(logs));
    return new Health(
        ready,
        "0.1.0",
        1,
        4,
        2,
        Optional.of(Instant.EPOCH),
        List.of(new Health.Part("database", ready, "PostgreSQL 18")),
        new Health.Disk(5_000, 9_000, 1_000, 700, Optional.of(used)));
  }
}
