package drydock.engine;

import drydock.domain.port.Tasks;
import drydock.domain.port.Uploads;
import drydock.domain.task.Source;
import drydock.domain.task.State;
import drydock.domain.task.Task;
import drydock.engine.home.Home;
import drydock.engine.runner.Trees;
import drydock.git.Mirrors;
import drydock.sandbox.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;

/// How a task goes: what is its own at once, and what tasks share (an upload, a mirror with its
/// checkouts and set-ups) with the last of them. Thread safe.
final class Removal {
  private static final int PAGE = 200;
  private static final Set<State> OPEN =
      Arrays.stream(State.values()).filter(s -> !s.isEnded()).collect(Collectors.toSet());

  private final Tasks tasks;
  private final Uploads uploads;
  private final Home home;
  private final Folders folders;
  private final Trees trees;
  private final ReadWriteLock sharing = new ReentrantReadWriteLock();

  Removal(Tasks tasks, Uploads uploads, Home home, Folders folders, Trees trees) {
    this.tasks = tasks;
    this.uploads = uploads;
    this.home = home;
    this.folders = folders;
    this.trees = trees;
  }

  /// Held while somebody begins to use what tasks share, so that it does not go meanwhile.
  Lock using() {
    return sharing.readLock();
  }

  /// Held while what tasks share goes.
  Lock removing() {
    return sharing.writeLock();
  }

  /// @param task whose attempts have all ended
  void of(Task task) {
    var sent = sent(task);
    tasks.delete(task.id());
    task.attempts().forEach(attempt -> trees.remove(attempt.id()));
    folders.remove(home.logs(task.id()));
    sharing.writeLock().lock();
    try {
      sent.forEach(this::removeUpload);
      Mirrors.nameOf(task.request().source()).ifPresent(this::removeMirror);
    } finally {
      sharing.writeLock().unlock();
    }
  }

  /// What people sent for it; attachments of later messages are known by their copies.
  private Set<String> sent(Task task) {
    var ids = new HashSet<>(task.request().attachments());
    task.attempts().forEach(attempt -> ids.addAll(home.workspace(attempt.id()).attached()));
    if (task.request().source() instanceof Source.Upload(var id, var _, var _)) {
      ids.add(id);
    }
    return ids;
  }

  private void removeUpload(String id) {
    if (uploads.removeUnused(id)) {
      try {
        Files.deleteIfExists(home.upload(id));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot remove the upload " + id, e);
      }
    }
  }

  private void removeMirror(String name) {
    if (!trees.mirrorsInUse().contains(name) && !isWanted(name)) {
      trees.removeMirror(name);
    }
  }

  /// Whether a task that has not ended may be about to use it.
  private boolean isWanted(String mirror) {
    var cursor = Optional.<String>empty();
    do {
      var page = tasks.list(Tasks.Filter.of(OPEN), cursor, PAGE);
      if (page.tasks().stream()
          .flatMap(task -> Mirrors.nameOf(task.request().source()).stream())
          .anyMatch(mirror::equals)) {
        return true;
      }
      cursor = page.next();
    } while (cursor.isPresent());
    return false;
  }
}
