package drydock.engine.home;

import drydock.domain.task.AttemptId;
import drydock.domain.task.TaskId;
import drydock.sandbox.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// `DRYDOCK_HOME`: all state. The top folder may be walked by everybody (0711), because sandboxes
/// run as another user and must reach their own folders; what lies below is for its owner alone:
/// this server's user, or the sandboxes'.
public record Home(Path root) {

  /// Makes the folders. Those that sandboxes mount from belong to the sandboxes' user; what may be
  /// walked through in `db/` is the database's to say.
  public void create(Folders folders) {
    try {
      Files.createDirectories(root);
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
      for (var own : new Path[] {mirrors(), logs(), uploads(), checkpoints()}) {
        Files.createDirectories(own);
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + root + ": " + e.getMessage(), e);
    }
    for (var shown : new Path[] {checkouts(), layers(), workspaces()}) {
      folders.create(shown);
      close(shown);
    }
    folders.create(emptyHome());
  }

  /// The modes of what lies in it are the repository's and the sandbox's own.
  private static void close(Path folder) {
    try {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + folder + " to others", e);
    }
  }

  public Path db() {
    return root.resolve("db");
  }

  public Path mirrors() {
    return root.resolve("mirrors");
  }

  /// Shared, read-only trees of base commits: the lowers of workspaces.
  public Path checkouts() {
    return root.resolve("checkouts");
  }

  /// What set-up made, by environment key.
  public Path layers() {
    return root.resolve("layers");
  }

  public Path workspaces() {
    return root.resolve("workspaces");
  }

  public Path checkpoints() {
    return root.resolve("checkpoints");
  }

  /// What a node's isolation self-test works with while it runs.
  public Path isolation(String node) {
    return workspaces().resolve(".isolation-" + node);
  }

  public Path uploads() {
    return root.resolve("uploads");
  }

  /// The lower of a home before any set-up ran.
  public Path emptyHome() {
    return root.resolve("layers/empty-home");
  }

  public Path token() {
    return root.resolve("token");
  }

  public Path logs() {
    return root.resolve("logs");
  }

  public Path logs(TaskId task) {
    return logs().resolve(task.value());
  }

  /// The first attempt's files lie in the task's folder, those of further ones below it.
  public Path logs(AttemptId attempt) {
    var folder = logs(attempt.task());
    return attempt.number() == 1 ? folder : folder.resolve("attempt-" + attempt.number());
  }

  /// Makes the attempt's folder in `logs/`.
  public void createLogs(AttemptId attempt) {
    try {
      Files.createDirectories(logs(attempt));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + logs(attempt), e);
    }
  }

  public Path upload(String id) {
    return uploads().resolve(id);
  }

  public Checkpoint checkpoint(AttemptId attempt) {
    return new Checkpoint(checkpoints().resolve(attempt.toString()));
  }

  public Workspace workspace(AttemptId attempt) {
    return new Workspace(workspaces().resolve(attempt.toString()));
  }
}
