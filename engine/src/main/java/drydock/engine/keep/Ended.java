package drydock.engine.keep;

import drydock.domain.port.Tasks;
import drydock.domain.task.Attempt;
import drydock.domain.task.AttemptId;
import drydock.engine.home.Home;
import drydock.engine.home.Whole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Which folders of attempts have served their time.
///
/// @param held whether an attempt is carried just now
record Ended(Home home, Tasks tasks, Predicate<AttemptId> held) {

  /// Work trees of attempts that ended before, and can be made anew from a checkpoint.
  List<Path> workspaces(Instant before) {
    var all = new ArrayList<>(Shelf.of(home.workspaces()));
    all.removeIf(folder ->
        Shelf.attempt(folder)
            .filter(id -> !held.test(id))
            .filter(id -> Files.isRegularFile(home.checkpoint(id).memory()))
            .filter(id -> Files.isRegularFile(home.workspace(id).memory()))
            .filter(id -> endedBefore(id, before))
            .isEmpty());
    return all;
  }

  private boolean endedBefore(AttemptId id, Instant before) {
    return tasks
        .find(id.task())
        .filter(task -> id.number() <= task.attempts().size())
        .map(task -> task.attempt(id.number()))
        .filter(attempt -> attempt.state().isEnded())
        .flatMap(Attempt::endedAt)
        .filter(ended -> ended.isBefore(before))
        .isPresent();
  }

  /// What the runner remembers now: it may have learned more since the last checkpoint.
  void remember(Path workspace) {
    var id = Shelf.attempt(workspace).orElseThrow();
    try {
      Whole.write(home.checkpoint(id).memory(), Files.readString(home.workspace(id).memory()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep what " + id + " remembers", e);
    }
  }

  /// Files of tasks that no list shows: a deletion that was cut off. None if no task at all is
  /// known that has files here: the database is another home's then.
  List<Path> strays() {
    var strays = new ArrayList<Path>();
    var known = false;
    for (var folder : Shelf.of(home.logs(), home.checkpoints(), home.workspaces())) {
      var task = Shelf.task(folder);
      if (task.isPresent() && tasks.find(task.get()).isEmpty()) {
        strays.add(folder);
      }
      known |= task.isPresent() && !strays.contains(folder);
    }
    return known ? strays : List.of();
  }
}
