package drydock.engine.runner;

import drydock.domain.task.AttemptId;
import drydock.engine.home.LastUse;
import drydock.engine.runner.place.Equipment;
import drydock.git.ChangedFolder;
import drydock.git.Mirror;
import drydock.git.Tree;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What an attempt's folders hold, for people: the diff of a running one as it is now, and the
/// whole changed tree. Reads from outside, as [Collect] does. Thread safe.
public final class Trees {
  /// Of a repository's files: before a task, or after it.
  public enum Side {
    OLD,
    NEW
  }

  private final Equipment equipment;
  private final Predicate<AttemptId> running;

  public Trees(Equipment equipment, Predicate<AttemptId> running) {
    this.equipment = equipment;
    this.running = running;
  }

  /// Whether its diff may still change.
  public boolean isLive(AttemptId attempt) {
    return running.test(attempt) && hasWorkspace(attempt);
  }

  public void writeLivePatch(AttemptId attempt, OutputStream to) throws IOException {
    var memory =
        memory(attempt).orElseThrow(() -> new IllegalStateException("no workspace of " + attempt));
    var mirror = equipment.mirrors().known(memory.mirror());
    mirror.diff(memory.base(), mirror.snapshot(memory.base(), upper(attempt))).writePatch(to);
  }

  /// The tree as it is now, or was at the last checkpoint.
  ///
  /// @return false, with nothing written, if there is none yet
  public boolean writeZip(AttemptId attempt, OutputStream to) throws IOException {
    var memory = memory(attempt);
    if (memory.isEmpty()) {
      return false;
    }
    var mirror = equipment.mirrors().known(memory.get().mirror());
    var tree = changed(attempt, memory.get(), mirror);
    if (tree.isPresent()) {
      mirror.archive(tree.get(), to);
    }
    return tree.isPresent();
  }

  /// The beginning of a regular file as the task found it, or as it is now.
  ///
  /// @return none if there is no such file, or no such tree yet
  public Optional<byte[]> file(AttemptId attempt, Side side, String path, int most) {
    return memory(attempt)
        .flatMap(memory -> {
          var mirror = equipment.mirrors().known(memory.mirror());
          return switch (side) {
            case OLD -> mirror.file(memory.base(), path, most);
            case NEW ->
                changed(attempt, memory, mirror).flatMap(tree -> mirror.file(tree, path, most));
          };
        });
  }

  private Optional<Tree> changed(AttemptId attempt, Memory memory, Mirror mirror) {
    return hasWorkspace(attempt)
        ? Optional.of(mirror.snapshot(memory.base(), upper(attempt)))
        : mirror.kept(Checkpoints.keptAs(attempt));
  }

  /// Removes the attempt's folders, and what its mirror kept of it.
  public void remove(AttemptId attempt) {
    memory(attempt)
        .ifPresent(memory ->
            equipment.mirrors().known(memory.mirror()).forget(Checkpoints.keptAs(attempt)));
    var folders = equipment.driver().folders();
    folders.remove(equipment.home().workspace(attempt).folder());
    folders.remove(equipment.home().checkpoint(attempt).folder());
  }

  /// Names of mirrors that some attempt's folders lie upon, or could be made anew from.
  public Set<String> mirrorsInUse() {
    var home = equipment.home();
    var names = new HashSet<String>();
    for (var all : List.of(home.workspaces(), home.checkpoints())) {
      try (var folders = Files.newDirectoryStream(all, Files::isDirectory)) {
        for (var folder : folders) {
          // Both kinds of folders have it under this name.
          Run.recall(folder.resolve("memory.json"), equipment.json())
              .map(Memory::mirror)
              .ifPresent(names::add);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot list " + all, e);
      }
    }
    return names;
  }

  /// Removes a mirror that no attempt uses, with what was made from it: checkouts and set-ups.
  public void removeMirror(String name) {
    var home = equipment.home();
    equipment.driver().folders().remove(home.layers().resolve(name));
    equipment.driver().folders().remove(home.checkouts().resolve(name));
    equipment.mirrors().remove(name);
    LastUse.forget(home.mirrors().resolve(name));
  }

  private boolean hasWorkspace(AttemptId attempt) {
    return Files.isRegularFile(equipment.home().workspace(attempt).memory());
  }

  private Optional<Memory> memory(AttemptId attempt) {
    var home = equipment.home();
    return Run.recall(home.workspace(attempt).memory(), equipment.json())
        .or(() -> Run.recall(home.checkpoint(attempt).memory(), equipment.json()));
  }

  private ChangedFolder upper(AttemptId attempt) {
    return equipment.changed(equipment.home().workspace(attempt).codeUpper());
  }
}
