package drydock.engine.runner;

import drydock.domain.event.EventBody;
import drydock.domain.task.Artifact;
import drydock.domain.task.DiffStat;
import drydock.domain.task.Mode;
import drydock.engine.home.Whole;
import drydock.engine.runner.output.Artifacts;
import drydock.engine.runner.place.Equipment;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/// The fourth step: what changed, read by the host from the upper folder, with nothing that runs
/// inside. The sandbox is gone by then. Thread safe.
final class Collect {
  private final Equipment equipment;
  private final Checkpoints checkpoints;

  Collect(Equipment equipment, Checkpoints checkpoints) {
    this.equipment = equipment;
    this.checkpoints = checkpoints;
  }

  /// Writes `diff.patch`, `diff.json`, `explanation.md` and `output/`, and tells the size of the
  /// change.
  ///
  /// @param touched tracked files that only set-up changed
  DiffStat take(Run run, Checkout.Ready base, List<String> touched) {
    var stat = diff(run, base, touched);
    var kept = artifacts(run);
    if (!kept.isEmpty() || !run.attempt().result().artifacts().isEmpty()) {
      run.story().tell(new EventBody.ArtifactsKept(kept));
    }
    return stat;
  }

  private DiffStat diff(Run run, Checkout.Ready base, List<String> touched) {
    var tree = checkpoints.take(run, base);
    tree.notes().forEach(note -> run.story().tell(new EventBody.Noted(note)));
    var diff = base.mirror().diff(base.commit(), tree);
    var stat = diff.stat();
    if (run.request().mode() == Mode.ASK && stat.files() > 0) {
      run.story()
          .tell(
              new EventBody.Noted(
                  "changes made in ask mode are not kept (files: %d, lines: +%d -%d)"
                      .formatted(stat.files(), stat.additions(), stat.deletions())));
      return keepNothing(run);
    }
    try (var out =
        new BufferedOutputStream(Files.newOutputStream(run.logs().resolve("diff.patch")))) {
      diff.writePatch(out);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write diff.patch", e);
    }
    Whole.write(
        run.logs().resolve("diff.json"), equipment.json().write(new DiffFile(stat, diff.files())));
    run.story().tell(new EventBody.DiffTaken(stat, touched));
    return stat;
  }

  /// The form of `diff.json`.
  private record DiffFile(DiffStat stat, List<drydock.git.FileChange> files) {}

  private DiffStat keepNothing(Run run) {
    Whole.write(run.logs().resolve("diff.patch"), "");
    Whole.write(
        run.logs().resolve("diff.json"),
        equipment.json().write(new DiffFile(DiffStat.EMPTY, List.of())));
    run.story().tell(new EventBody.DiffTaken(DiffStat.EMPTY, List.of()));
    return DiffStat.EMPTY;
  }

  /// An earlier turn's are among them still: they are made anew.
  private List<Artifact> artifacts(Run run) {
    var to = run.logs().resolve("output");
    equipment.driver().folders().remove(to);
    var artifacts = new Artifacts(run.workspace().output(), to, equipment.secrets());
    var kept = artifacts.copy();
    if (artifacts.leftOut() > 0) {
      run.story()
          .tell(
              new EventBody.Noted(
                  artifacts.leftOut()
                      + " of the files in /app/output are not kept: too many, too large (256 MB in"
                      + " all), or not to be read"));
    }
    return kept;
  }
}
