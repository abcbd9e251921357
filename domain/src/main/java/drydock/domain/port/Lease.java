package drydock.domain.port;

import drydock.domain.task.AttemptId;
import java.time.Instant;

/// A node's right to run an attempt until a time. `fence` grows with each lease of the attempt, so
/// that a writer who lost it is found out.
public record Lease(AttemptId attempt, String node, long fence, Instant until) {}
