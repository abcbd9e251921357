package drydock.engine.keep;

import drydock.domain.port.Tasks;
import drydock.domain.task.AttemptId;
import drydock.domain.task.State;
import drydock.domain.task.Task;
import drydock.engine.home.Home;
import drydock.engine.home.LastUse;
import drydock.engine.keep.Removed.Kind;
import drydock.engine.runner.Trees;
import drydock.git.Mirrors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What can be made again, and whether anything stands on it.
///
/// @param held whether an attempt is carried just now
/// @param sizes of folders on the disk
record Caches(
    Home home,
    Tasks tasks,
    Trees trees,
    Predicate<AttemptId> held,
    Function<List<Path>, Map<Path, Long>> sizes) {
  private static final Set<State> OPEN =
      Arrays.stream(State.values()).filter(s -> !s.isEnded()).collect(Collectors.toSet());
  private static final int PAGE = 200;

  /// Checkouts and set-ups of mirrors that nothing stands on just now, and mirrors of no task.
  List<Cached> unneeded() {
    var needed = needed();
    var checkouts = new ArrayList<Path>();
    var setups = new ArrayList<Path>();
    Shelf.of(home.checkouts()).stream()
        .filter(mirror -> !needed.contains(Shelf.name(mirror)))
        .forEach(mirror -> checkouts.addAll(Shelf.of(mirror)));
    Shelf.of(home.layers()).stream()
        .filter(mirror -> !needed.contains(Shelf.name(mirror)))
        .forEach(mirror -> setups.addAll(Shelf.of(mirror)));
    needed.addAll(trees.mirrorsInUse());
    var mirrors = new ArrayList<>(Shelf.of(home.mirrors()));
    mirrors.removeIf(
        each -> !Shelf.name(each).endsWith(".git") || needed.contains(Shelf.name(each)));
    var all = new ArrayList<Cached>();
    add(all, Kind.CHECKOUT, checkouts);
    add(all, Kind.SETUP, setups);
    add(all, Kind.MIRROR, mirrors);
    return all;
  }

  private void add(List<Cached> to, Kind kind, List<Path> folders) {
    var bytes = sizes.apply(folders);
    for (var folder : folders) {
      to.add(new Cached(kind, folder, LastUse.of(folder), bytes.getOrDefault(folder, 0L)));
    }
  }

  /// Mirrors of attempts that have not ended, or are being put away; and what is too small to
  /// count.
  Set<String> needed() {
    var needed = new HashSet<>(Set.of("empty.git", Shelf.name(home.emptyHome())));
    addHeld(needed);
    var cursor = Optional.<String>empty();
    do {
      var page = tasks.list(Tasks.Filter.of(OPEN), cursor, PAGE);
      page.tasks().forEach(task -> mirror(task).ifPresent(needed::add));
      cursor = page.next();
    } while (cursor.isPresent());
    // Whoever was in neither is between the two.
    addHeld(needed);
    return needed;
  }

  private void addHeld(Set<String> needed) {
    for (var folder : Shelf.of(home.workspaces())) {
      Shelf.attempt(folder)
          .filter(held)
          .flatMap(id -> tasks.find(id.task()))
          .flatMap(Caches::mirror)
          .ifPresent(needed::add);
    }
  }

  private static Optional<String> mirror(Task task) {
    return Mirrors.nameOf(task.request().source());
  }
}
