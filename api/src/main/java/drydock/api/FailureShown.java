package drydock.api;

import drydock.domain.task.Cause;
import drydock.domain.task.Phase;

/// Why it failed: `cause` for programs, `message` in one line for people, and the end of the log
/// that shows it.
public record FailureShown(Cause cause, String message, Phase phase, String logTail) {}
