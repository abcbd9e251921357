package drydock.domain.event;

import drydock.domain.Actor;
import drydock.domain.task.AttemptId;
import java.time.Instant;

/// One fact in the log of a task, committed before anyone is told. `number` counts from 1 within
/// the task, without gaps.
public record Event(long number, AttemptId attempt, Instant at, Actor actor, EventBody body) {}
