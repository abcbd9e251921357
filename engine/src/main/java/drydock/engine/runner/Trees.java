package drydock.engine.runner;

import drydock.domain.task.AttemptId;
import drydock.engine.home.Workspace;
import drydock.engine.runner.place.Equipment;
import drydock.git.ChangedFolder;
import drydock.git.Commit;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/// What an attempt's folders hold, for people: the diff of a running one as it is now, and the
/// whole changed tree. Reads from outside, as [Collect] does. Thread safe.
public final class Trees {
  private final Equipment equipment;
  private final Predicate<AttemptId> running;

  public Trees(Equipment equipment, Predicate<AttemptId> running) {
    this.equipment = equipment;
    this.running = running;
  }

  /// Whether its diff may still change.
  public boolean isLive(AttemptId attempt) {
    return running.test(attempt)
        && Files.isRegularFile(equipment.home().workspace(attempt).memory());
  }

  public void writeLivePatch(AttemptId attempt, OutputStream to) throws IOException {
    var memory = memory(attempt);
    var mirror = equipment.mirrors().known(memory.mirror());
    var base = new Commit(memory.commit(), memory.subject());
    mirror.diff(base, mirror.snapshot(base, upper(attempt))).writePatch(to);
  }

  /// @return false, with nothing written, if there is no workspace any more, or none yet
  public boolean writeZip(AttemptId attempt, OutputStream to) throws IOException {
    if (!Files.isRegularFile(equipment.home().workspace(attempt).memory())) {
      return false;
    }
    var memory = memory(attempt);
    var mirror = equipment.mirrors().known(memory.mirror());
    var base = new Commit(memory.commit(), memory.subject());
    mirror.archive(mirror.snapshot(base, upper(attempt)), to);
    return true;
  }

  /// Removes the attempt's folders, and what its mirror kept of it.
  public void remove(AttemptId attempt) {
    var workspace = equipment.home().workspace(attempt);
    Run.recall(workspace, equipment.json())
        .ifPresent(
            memory -> equipment.mirrors().known(memory.mirror()).forget(Collect.keptAs(attempt)));
    equipment.driver().folders().remove(workspace.folder());
  }

  /// Names of mirrors that some attempt's folders lie upon.
  public Set<String> mirrorsInUse() {
    var names = new HashSet<String>();
    try (var folders =
        Files.newDirectoryStream(equipment.home().workspaces(), Files::isDirectory)) {
      for (var folder : folders) {
        Run.recall(new Workspace(folder), equipment.json())
            .map(Memory::mirror)
            .ifPresent(names::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + equipment.home().workspaces(), e);
    }
    return names;
  }

  /// Removes a mirror that no attempt uses, with what was made from it: checkouts and set-ups.
  public void removeMirror(String name) {
    var home = equipment.home();
    equipment.driver().folders().remove(home.layers().resolve(name));
    equipment.driver().folders().remove(home.checkouts().resolve(name));
    equipment.mirrors().remove(name);
  }

  private Memory memory(AttemptId attempt) {
    return Run.recall(equipment.home().workspace(attempt), equipment.json())
        .orElseThrow(() -> new IllegalStateException("no workspace of " + attempt));
  }

  private ChangedFolder upper(AttemptId attempt) {
    return equipment.changed(equipment.home().workspace(attempt).codeUpper());
  }
}
