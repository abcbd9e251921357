package drydock.api;

import java.util.List;
import java.util.Optional;

/// A page of a task's events, oldest first.
///
/// @param next the `after` of the following page; absent if this one was not full
/// @param previous the `before` of the page before this one; only of pages that were asked for so,
///   and absent if this one has the first event
/// @param last the number of the task's latest event, wherever this page ends
public record EventPage(
    List<EventShown> events, Optional<Long> next, Optional<Long> previous, long last) {}
