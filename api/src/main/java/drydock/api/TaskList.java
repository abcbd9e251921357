package drydock.api;

import java.util.List;
import java.util.Optional;

/// A page of tasks, newest first.
///
/// @param next the `cursor` of the following page; absent at the end
public record TaskList(List<TaskShown> tasks, Optional<String> next) {}
