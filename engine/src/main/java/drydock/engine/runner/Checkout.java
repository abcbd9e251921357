package drydock.engine.runner;

import drydock.domain.NamedLocks;
import drydock.domain.event.EventBody;
import drydock.domain.port.Uploads;
import drydock.domain.task.Cause;
import drydock.domain.task.Phase;
import drydock.domain.task.Source;
import drydock.engine.home.LastUse;
import drydock.engine.runner.place.Equipment;
import drydock.git.Commit;
import drydock.git.LocalPaths;
import drydock.git.Mirror;
import drydock.git.archive.ArchiveLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The first step: from what the person named to a shared, read-only tree of the base commit, and
/// the attempt's own folders over it. Thread safe.
final class Checkout {
  private final Equipment equipment;
  private final LocalPaths localPaths;
  private final Checkpoints checkpoints;
  private final Uploads uploads;
  private final NamedLocks locks = new NamedLocks();

  /// @param tree the shared checkout: the lowest folder of the workspace
  record Ready(Mirror mirror, Commit commit, Path tree) {}

  Checkout(Equipment equipment, LocalPaths localPaths, Checkpoints checkpoints, Uploads uploads) {
    this.equipment = equipment;
    this.checkpoints = checkpoints;
    this.localPaths = localPaths;
    this.uploads = uploads;
  }

  Ready of(Run run) {
    var known = Run.recall(run.workspace().memory(), run.json()).or(() -> rebuilt(run));
    if (known.isPresent()) {
      var memory = known.get();
      run.remember(memory);
      var mirror = equipment.mirrors().known(memory.mirror());
      return onDisk(mirror, memory.base());
    }
    var mirror = mirror(run);
    var commit = mirror.resolve(ref(run.request().source()));
    run.story().tell(new EventBody.CheckedOut(commit.id(), commit.subject()));
    if (!(run.request().source() instanceof Source.Empty)) {
      mirror.notes(commit).forEach(note -> run.story().tell(new EventBody.Noted(note)));
    }
    var base = onDisk(mirror, commit);
    run.workspace().create(equipment.driver().folders());
    attach(run);
    run.remember(Memory.of(mirror.folder().getFileName().toString(), commit));
    return base;
  }

  private Optional<Memory> rebuilt(Run run) {
    var memory = checkpoints.rebuild(run, this);
    memory.ifPresent(_ -> attach(run));
    return memory;
  }

  private Mirror mirror(Run run) {
    return switch (run.request().source()) {
      case Source.Git(var url, var ref) -> equipment.mirrors().ofUrl(url, ref, localPaths);
      case Source.Upload(var id, var _, var _) -> {
        var archive = equipment.home().upload(id);
        if (!Files.isRegularFile(archive)) {
          throw HaltException.failed(
              Cause.ARCHIVE_REJECTED,
              Phase.CHECKOUT,
              "the upload " + id + " is gone: send the archive again");
        }
        var imported = equipment.mirrors().ofArchive(archive, id, ArchiveLimits.DEFAULT);
        imported.notes().forEach(note -> run.story().tell(new EventBody.Noted(note)));
        yield imported.mirror();
      }
      case Source.Empty() -> equipment.mirrors().empty();
    };
  }

  private static Optional<String> ref(Source source) {
    return switch (source) {
      case Source.Git(var _, var ref) -> ref;
      case Source.Upload(var _, var ref, var _) -> ref;
      case Source.Empty() -> Optional.empty();
    };
  }

  /// The shared checkout, made once for all attempts at the same commit.
  Ready onDisk(Mirror mirror, Commit commit) {
    var trees = equipment.home().checkouts().resolve(mirror.folder().getFileName().toString());
    var tree = trees.resolve(commit.id());
    try (var _ = locks.lock(tree.toString())) {
      if (!Files.isDirectory(tree)) {
        equipment.driver().folders().create(trees);
        make(mirror, commit, tree);
      }
    }
    LastUse.note(tree);
    LastUse.note(mirror.folder());
    return new Ready(mirror, commit, tree);
  }

  /// Made beside and moved, so that a checkout that is there is whole and belongs to the sandboxes'
  /// user.
  private void make(Mirror mirror, Commit commit, Path tree) {
    var folders = equipment.driver().folders();
    var beside = tree.resolveSibling(commit.id() + ".new");
    folders.remove(beside);
    mirror.checkout(commit, beside);
    folders.adopt(beside);
    try {
      Files.move(beside, tree);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot finish the checkout " + tree, e);
    }
  }

  private void attach(Run run) {
    for (var id : run.request().attachments()) {
      var name = uploads.find(id).map(Uploads.Upload::name).orElse("");
      run.workspace().attach(equipment.home().upload(id), id, name, equipment.driver().folders());
    }
  }
}
