package drydock.engine.keep;

import drydock.domain.port.Tasks;
import drydock.domain.port.Uploads;
import drydock.domain.task.AttemptId;
import drydock.engine.home.BackupLock;
import drydock.engine.home.Home;
import drydock.engine.home.LastUse;
import drydock.engine.keep.Removed.Kind;
import drydock.engine.runner.Trees;
import drydock.sandbox.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.function.Predicate;

/// Removes what nothing needs: work trees of tasks that ended long ago, files that a deletion which
/// was cut off left or that no task ever used, and of what can be made again the least recently
/// used, above a budget. Never what an attempt uses that has not ended. Thread safe.
public final class Housekeeping {
  private final Home home;
  private final Folders folders;
  private final Trees trees;
  private final BackupLock backups;
  private final Rules rules;
  private final Ended ended;
  private final Unused unused;
  private final Caches caches;

  /// Where it is known what is used.
  public record Ports(Tasks tasks, Uploads uploads) {}

  /// @param keep how long work trees outlive their attempts, and uploads wait for a task
  /// @param caches bytes that may lie unused
  /// @param sizes of folders on the disk
  /// @param held whether an attempt is carried just now
  public record Rules(
      Duration keep,
      long caches,
      Function<List<Path>, Map<Path, Long>> sizes,
      Predicate<AttemptId> held,
      InstantSource clock) {}

  public Housekeeping(
      Home home, Folders folders, Ports ports, Trees trees, BackupLock backups, Rules rules) {
    this.home = home;
    this.folders = folders;
    this.trees = trees;
    this.backups = backups;
    this.rules = rules;
    this.ended = new Ended(home, ports.tasks(), rules.held());
    this.unused = new Unused(home, ports.uploads());
    this.caches = new Caches(home, ports.tasks(), trees, rules.held(), rules.sizes());
  }

  /// @param sharing held while things leave their places, so that nobody begins to use them
  ///   meanwhile
  /// @param looking to say what would go, and remove nothing
  /// @return none if a backup is being made: nothing may go then
  public Optional<List<Removed>> clean(Lock sharing, boolean looking) {
    var held = backups.removing();
    if (held.isEmpty()) {
      return Optional.empty();
    }
    try (var _ = held.get()) {
      var going = going();
      if (!looking) {
        var beside = new ArrayList<Path>();
        sharing.lock();
        try {
          going = take(going, beside);
        } finally {
          sharing.unlock();
        }
        beside.forEach(folders::remove);
      }
      return Optional.of(going.stream().map(this::shown).toList());
    }
  }

  /// What is measured takes its time: whether it may still go is asked once more when it does.
  private List<Cached> going() {
    var going = new ArrayList<Cached>();
    add(going, Kind.WORKSPACE, ended.workspaces(before()));
    add(going, Kind.STRAY, ended.strays());
    add(going, Kind.UPLOAD, unused.uploads(before()));
    going.addAll(Cached.beyond(rules.caches(), caches.unneeded()));
    return going;
  }

  /// What served its time before then, or was left alone since, may go.
  private Instant before() {
    return rules.clock().instant().minus(rules.keep());
  }

  private void add(List<Cached> to, Kind kind, List<Path> found) {
    var sizes = rules.sizes().apply(found);
    for (var folder : found) {
      to.add(new Cached(kind, folder, rules.clock().instant(), sizes.getOrDefault(folder, 0L)));
    }
  }

  private List<Cached> take(List<Cached> going, List<Path> beside) {
    var needed = caches.needed();
    var used = trees.mirrorsInUse();
    var expired = new HashSet<>(ended.workspaces(before()));
    expired.addAll(unused.uploads(before()));
    var taken = new ArrayList<Cached>();
    for (var each : going) {
      var goes =
          switch (each.kind()) {
            case WORKSPACE, UPLOAD -> expired.contains(each.folder());
            case STRAY -> true;
            case CHECKOUT, SETUP -> !needed.contains(Shelf.above(each.folder()));
            case MIRROR ->
                !needed.contains(Shelf.name(each.folder()))
                    && !used.contains(Shelf.name(each.folder()));
          };
      if (goes) {
        take(each, beside);
        taken.add(each);
      }
    }
    return taken;
  }

  private void take(Cached each, List<Path> beside) {
    var folder = each.folder();
    switch (each.kind()) {
      case WORKSPACE -> {
        ended.remember(folder);
        beside.add(moved(folder, home.workspaces().resolve(".gone-" + Shelf.name(folder))));
      }
      case STRAY ->
          beside.add(
              moved(
                  folder,
                  home.workspaces().resolve(".gone-" + Shelf.above(folder) + Shelf.name(folder))));
      case UPLOAD -> unused.remove(folder);
      case CHECKOUT, SETUP -> {
        beside.add(moved(folder, folder.resolveSibling(Shelf.name(folder) + ".new")));
        LastUse.forget(folder);
      }
      case MIRROR -> {
        trees.removeMirror(Shelf.name(folder));
        LastUse.forget(folder);
      }
    }
  }

  /// From its place at once, then from the disk: what a kill leaves lies beside, and is swept.
  private Path moved(Path folder, Path beside) {
    folders.remove(beside);
    try {
      return Files.move(folder, beside, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }

  private Removed shown(Cached each) {
    return new Removed(each.kind(), home.root().relativize(each.folder()).toString(), each.bytes());
  }
}
