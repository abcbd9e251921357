package drydock.engine.home;

import drydock.sandbox.Folders;
import drydock.sandbox.SandboxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a server that was killed left in the making. Everything that must be whole is made beside
/// its place and moved there, so whatever still lies beside when a server starts is void.
public final class Unfinished {
  private static final Logger LOG = LoggerFactory.getLogger(Unfinished.class);

  /// Patterns below the home, as [java.nio.file.FileSystem#getPathMatcher] has them, name by name;
  /// `**` is any depth.
  private static final List<String> PLACES =
      List.of(
          "uploads/incoming*.new",
          "mirrors/new/*",
          // What git itself leaves when it is killed: no ref's name may end so
          // (git-check-ref-format).
          "mirrors/*.git/*.lock",
          "mirrors/*.git/refs/**/*.lock",
          "mirrors/*.git/objects/tmp_objdir-*",
          "mirrors/*.git/objects/*/tmp_*",
          "checkouts/*/*.new",
          "checkouts/*/.*",
          "layers/*/*.new",
          "workspaces/.gone-*",
          "workspaces/*/*.new",
          "checkpoints/*/*.new",
          "logs/*/*.new",
          "logs/*/attempt-*/*.new",
          "*.new");

  /// What a doctor makes too, who may be at work beside a server that starts.
  private static final List<String> DOCTORS =
      List.of(
          "workspaces/.isolation-*", "workspaces/.sh?*", "agent/*.new", "git/*.new", "git/tmp/*");

  private Unfinished() {}

  /// Removes it, if it is older than the start: this server may be at work already. No sandbox of a
  /// former life may run any more. While a doctor runs, what may be its own waits for the next
  /// start.
  public static void remove(Home home, Folders folders, Instant start) {
    remove(PLACES, home, folders, start);
    var lock = DoctorLock.tryTake(home);
    if (lock.isPresent()) {
      try (var _ = lock.get()) {
        remove(DOCTORS, home, folders, start);
      }
    }
  }

  private static void remove(List<String> places, Home home, Folders folders, Instant start) {
    for (var place : places) {
      for (var path : found(home.root(), List.of(place.split("/", -1)))) {
        try {
          if (isOlder(path, start)) {
            folders.remove(path);
            LOG.info("removed {}, which a former server did not finish", path);
          }
        } catch (SandboxException e) {
          LOG.warn("cannot remove {}: {}", path, e.toString());
        }
      }
    }
  }

  private static boolean isOlder(Path path, Instant start) {
    try {
      var touched = Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant();
      return touched.isBefore(start);
    } catch (IOException _) {
      // Gone meanwhile: this server's own, and finished.
      return false;
    }
  }

  private static List<Path> found(Path folder, List<String> names) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    var all = new ArrayList<Path>();
    if (names.getFirst().equals("**")) {
      all.addAll(found(folder, names.subList(1, names.size())));
    }
    try (var entries = Files.newDirectoryStream(folder, names.getFirst())) {
      for (var entry : entries) {
        if (names.size() == 1) {
          all.add(entry);
        } else {
          var deep = names.getFirst().equals("**");
          all.addAll(found(entry, deep ? names : names.subList(1, names.size())));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
    return all;
  }
}
