package drydock.api;

import java.util.List;
import java.util.Optional;

/// A page of a task's events, oldest first.
///
/// @param next the `after` of the following page; absent if this one was not full
public record EventPage(List<EventShown> events, Optional<Long> next) {}
