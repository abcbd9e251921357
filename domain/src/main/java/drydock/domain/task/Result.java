package drydock.domain.task;

import java.util.List;
import java.util.Optional;

/// What an attempt gives back; parts appear as they are made.
public record Result(
    Optional<String> explanation,
    Optional<DiffStat> diffStat,
    Optional<CheckResult> check,
    List<Artifact> artifacts) {
  public static final Result NONE =
      new Result(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  public Result {
    artifacts = List.copyOf(artifacts);
  }
}
