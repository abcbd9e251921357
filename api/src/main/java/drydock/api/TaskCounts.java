package drydock.api;

import drydock.domain.port.Tasks;
import drydock.domain.task.State;

/// How many tasks there are. All but `archived` are of those that were not put away.
///
/// @param running those that run, from preparing to collecting, and wait for nobody
public record TaskCounts(
    long queued,
    long running,
    long waiting,
    long succeeded,
    long failed,
    long canceled,
    long archived) {
  public static TaskCounts of(Tasks.Counts counts) {
    return new TaskCounts(
        counts.of(State.QUEUED),
        counts.of(State.PREPARING)
            + counts.of(State.SETTING_UP)
            + counts.of(State.RUNNING)
            + counts.of(State.COLLECTING),
        counts.of(State.WAITING),
        counts.of(State.SUCCEEDED),
        counts.of(State.FAILED),
        counts.of(State.CANCELED),
        counts.archived());
  }
}
