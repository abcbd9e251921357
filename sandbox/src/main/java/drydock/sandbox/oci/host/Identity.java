package drydock.sandbox.oci.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Who a sandbox's processes are, inside and outside.
///
/// @param inside uid and gid of the processes as they see themselves
/// @param uid of the same processes, and owner of all they write, as the host sees it
/// @param mapped the host's uids and gids that exist inside
public record Identity(int inside, int uid, int gid, List<Mapping> mapped) {
  /// One uid with the gid of the same number inside; `user_namespaces(7)`.
  public record Mapping(int inside, int uid, int gid) {}

  /// Between the ranges that systemd, useradd and the kernel hand out: nobody's (systemd,
  /// `UIDS-GIDS.md`). Root inside is another uid than the agent, so that what the runtime makes is
  /// not the agent's.
  private static final int ROOT = 1_900_000_000;

  private static final int AGENT = 1_900_001_000;

  public static Identity ofThisProcess() {
    try {
      // /proc/self belongs to the process's effective uid and gid: proc(5).
      var self = Files.readAttributes(Path.of("/proc/self"), "unix:uid,gid");
      return of((Integer) get(self, "uid"), (Integer) get(self, "gid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Identity of(int uid, int gid) {
    return uid == 0
        ? new Identity(
            1000,
            AGENT,
            AGENT,
            List.of(new Mapping(0, ROOT, ROOT), new Mapping(1000, AGENT, AGENT)))
        : new Identity(0, uid, gid, List.of(new Mapping(0, uid, gid)));
  }

  /// Whether the processes are root in name only: the runtime of an ordinary user can map nothing
  /// but uid 0 to its caller.
  public boolean rootless() {
    return inside == 0;
  }

  private static Object get(Map<String, Object> attributes, String name) {
    var value = attributes.get(name);
    if (value == null) {
      throw new IllegalStateException("no attribute " + name);
    }
    return value;
  }
}
