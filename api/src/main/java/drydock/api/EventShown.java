package drydock.api;

import drydock.domain.Actor;
import drydock.domain.event.Event;
import drydock.domain.event.EventBody;
import java.time.Instant;

/// An event as clients see it: on the wire the fields of `body`, its `type` among them, stand
/// beside the others in one flat object.
///
/// @param attempt the attempt's number within the task
public record EventShown(long number, int attempt, Instant at, Actor actor, EventBody body) {
  public static EventShown of(Event event) {
    return new EventShown(
        event.number(), event.attempt().number(), event.at(), event.actor(), event.body());
  }
}
