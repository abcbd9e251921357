package drydock.app.backup;

import drydock.engine.home.Home;
import drydock.sandbox.Folders;
import drydock.sandbox.oci.host.HostFolders;
import drydock.store.postgres.Visit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// The folder `restoring` of a home, in which a backup becomes a home. When it is whole it is
/// marked so, and what is in it moves up; a restore that was killed before is void, and one that
/// was killed after is finished by whoever comes next.
public final class Staging {
  private static final String NAME = "restoring";
  private static final String WHOLE = "restored";

  /// What locks, a `doctor` and a server that did not start leave, which is no content.
  private static final List<String> NOTHING =
      List.of(
          NAME, "lock", "owner", "backup.lock", "doctor.lock", "agent", "installation", "token");

  private final Home home;

  Staging(Home home) {
    this.home = home;
  }

  Path folder() {
    return home.root().resolve(NAME);
  }

  /// Before a server looks at a home: finishes a restore whose file was read to its end.
  ///
  /// @throws BackupException if one was cut off: what is there is no home
  public static void settle(Home home) {
    var staging = new Staging(home);
    if (!Files.exists(staging.folder(), LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      if (!staging.isWhole()) {
        staging.stopDatabase();
        throw new BackupException(
            "a restore into %s was cut off: run it again, or remove %s"
                .formatted(home.root(), staging.folder()));
      }
      staging.moveUp();
    } catch (IOException e) {
      throw new BackupException("cannot finish the restore: " + e.getMessage(), e);
    }
  }

  private boolean isWhole() {
    return Files.exists(folder().resolve(WHOLE));
  }

  void refuseFullHome() throws IOException {
    if (Files.exists(home.root()) && (isWhole() || !content().isEmpty())) {
      throw new BackupException(
          "%s is not empty (%s): set DRYDOCK_HOME to an empty folder, or a new one"
              .formatted(home.root(), String.join(", ", content())));
    }
  }

  /// The names of what somebody could lose.
  private List<String> content() throws IOException {
    var names = new ArrayList<String>();
    for (var entry : entries(home.root())) {
      var name = entry.getFileName().toString();
      if (!NOTHING.contains(name) && !isHollow(entry)) {
        names.add(name);
      }
    }
    names.sort(null);
    return names;
  }

  /// Whether nobody would miss what is in a folder: Git's own remembers hosts, workspaces are of
  /// attempts if they begin with no dot, and others count if there is a file in them.
  private static boolean isHollow(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    return switch (folder.getFileName().toString()) {
      case "git" -> !Files.exists(folder.resolve("known_hosts"), LinkOption.NOFOLLOW_LINKS);
      case "workspaces" ->
          entries(folder).stream().allMatch(e -> e.getFileName().toString().startsWith("."));
      default -> hasOnlyFolders(folder);
    };
  }

  private static boolean hasOnlyFolders(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.allMatch(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// Removes what is not whole, and stops the database server in it.
  void clear(Folders folders) throws IOException {
    if (!Files.exists(folder(), LinkOption.NOFOLLOW_LINKS) || isWhole()) {
      return;
    }
    stopDatabase();
    folders.remove(folder());
  }

  /// It outlives a restore that was killed.
  private void stopDatabase() {
    var db = folder().resolve("db");
    if (Files.exists(db.resolve("data/postmaster.pid"))) {
      Visit.embedded(db).close();
    }
  }

  void moveUp() throws IOException {
    flush();
    if (!isWhole()) {
      Files.createFile(folder().resolve(WHOLE));
      flush();
    }
    for (var entry : entries(folder())) {
      if (!entry.getFileName().toString().equals(WHOLE)) {
        var place = home.root().resolve(entry.getFileName());
        if (isHollow(place)) {
          HostFolders.delete(place);
        }
        Files.move(
            entry, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.delete(folder().resolve(WHOLE));
    Files.delete(folder());
  }

  private static List<Path> entries(Path folder) throws IOException {
    var all = new ArrayList<Path>();
    try (var entries = Files.newDirectoryStream(folder)) {
      entries.forEach(all::add);
    }
    return all;
  }

  /// Onto the disk, all of that file system: sync(1).
  private void flush() throws IOException {
    var sync = new ProcessBuilder("sync", "-f", folder().toString());
    sync.environment().clear();
    sync.environment().put("PATH", "/usr/bin:/bin");
    sync.redirectErrorStream(true).start().onExit().join();
  }
}
