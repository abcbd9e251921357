package drydock.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;

/// Who the embedded server runs as. PostgreSQL refuses to run as root, so root starts it under a
/// number of its own that needs no entry in /etc/passwd: no login, no other program, no sandbox has
/// it. (Not by a user namespace: those are often forbidden, and files would belong to root.)
sealed interface ServerUser {
  /// Between the ranges that systemd's UIDS-GIDS document and Debian's policy (9.2.2) give out, and
  /// below 65536 so that it exists in a container that maps only the usual 16 bits.
  int DEDICATED = 60_971;

  /// `initdb` insists on a user who has a name.
  String INIT_USER = "nobody";

  /// By number: Debian calls it nogroup, Fedora nobody.
  String NOBODYS_GROUP = "65534";

  /// An ordinary user runs the server itself.
  record Same(int uid) implements ServerUser {}

  /// Root runs it as somebody else.
  record Other(int uid) implements ServerUser {}

  int uid();

  /// What stands before the server's command line. `setsid`: a Ctrl-C on the terminal must stop
  /// Drydock alone, which then stops the server after its last write. Both programs are
  /// util-linux's, which Debian calls essential.
  default List<String> launcher() {
    return switch (this) {
      case Same _ -> List.of("setsid");
      case Other(var uid) -> {
        var number = Integer.toString(uid);
        yield List.of(
            "setpriv",
            "--reuid",
            number,
            "--regid",
            number,
            "--clear-groups",
            "--no-new-privs",
            "setsid");
      }
    };
  }

  /// What stands before `initdb`, which insists on a user that has a name; its files are handed
  /// over afterwards.
  default List<String> initLauncher() {
    return switch (this) {
      case Same _ -> List.of();
      case Other _ ->
          List.of(
              "setpriv",
              "--reuid",
              INIT_USER,
              "--regid",
              NOBODYS_GROUP,
              "--clear-groups",
              "--no-new-privs");
    };
  }

  /// Refuses a folder that this user cannot walk down to.
  default void mustReach(Path folder) throws IOException {
    for (var step = folder; this instanceof Other && step != null; step = step.getParent()) {
      var needed =
          owner(step) == uid()
              ? PosixFilePermission.OWNER_EXECUTE
              : PosixFilePermission.OTHERS_EXECUTE;
      if (!Files.getPosixFilePermissions(step).contains(needed)) {
        throw new StoreException(
            StoreException.Reason.FOLDER_UNUSABLE,
            "the database's server, which root starts as user number %d, cannot pass through %s: chmod o+x that folder, or set DRYDOCK_HOME to another one"
                .formatted(uid(), step));
      }
    }
  }

  /// The owner of existing data goes on owning it; root's own files (a restored backup) go to the
  /// dedicated user.
  static ServerUser of(Path data) throws IOException {
    var me = me();
    if (me != 0) {
      return new Same(me);
    }
    var of = Files.exists(data) ? owner(data) : 0;
    return new Other(of == 0 ? DEDICATED : of);
  }

  /// Our own effective number: the second of the line `Uid:` (proc_pid_status(5)).
  static int me() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("Uid:"))
        .map(line -> Integer.valueOf(line.split("\\s+", -1)[2]))
        .findFirst()
        .orElseThrow(() -> new IOException("/proc/self/status has no Uid"));
  }

  static int owner(Path file) throws IOException {
    return (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }
}
