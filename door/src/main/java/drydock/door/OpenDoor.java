package drydock.door;

import drydock.door.egress.Guard;
import drydock.door.gateway.Access;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// A door and what stands behind it.
final class OpenDoor implements Door {
  private static final Duration SETTLING = Duration.ofSeconds(5);

  private final DoorConnector connector;
  private final Guard guard;
  private final Optional<Access> access;
  private final Runnable removal;
  private final AtomicBoolean closed = new AtomicBoolean();

  OpenDoor(DoorConnector connector, Guard guard, Optional<Access> access, Runnable removal) {
    this.connector = connector;
    this.guard = guard;
    this.access = access;
    this.removal = removal;
  }

  Guard guard() {
    return guard;
  }

  Optional<Access> access() {
    return access;
  }

  @Override
  public Path socket() {
    return connector.getUnixDomainPath();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      removal.run();
      access.ifPresent(a -> a.drain(SETTLING));
    }
  }
}
