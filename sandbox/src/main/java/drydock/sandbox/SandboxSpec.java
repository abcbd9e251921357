package drydock.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a sandbox is to be.
///
/// @param image none = the driver's own root filesystem (for `oci` the host's read-only tool
///   chains)
/// @param folders layered folders, mounted before the binds
/// @param binds host files and folders shown inside. One within a layered folder needs a place
///   there already, or the place becomes part of the change
/// @param door the host folder that holds the door's socket, shown read-only as [#DOOR]; the socket
///   must let the sandboxes' user write to it ([Folders#adopt]). None = no way out at all
/// @param relay a command started before the command, that joins loopback ports to the door; the
///   command starts when the relay has printed its first line. What else it prints there is lost;
///   its standard error is the command's. If it ends before that line, the start fails
/// @param command argv; run by a reaping pid 1
/// @param workdir an absolute path inside, which is there: in a folder or a bind, or `/tmp`
/// @param environment the command's environment, beside what the driver sets: PATH, HOME
///   (`/home/agent`, which is writable), LANG, what makes tool chains find their JDK and the
///   company's certificates, and IS_SANDBOX where the user is root in name only. What stands here
///   goes first
public record SandboxSpec(
    Labels labels,
    Optional<String> image,
    List<LayeredFolder> folders,
    List<Bind> binds,
    Optional<Path> door,
    List<String> relay,
    List<String> command,
    String workdir,
    Map<String, String> environment,
    Limits limits) {
  /// Where the door's folder is inside; its socket is `door.sock`.
  public static final String DOOR = "/run/drydock";

  public SandboxSpec {
    folders = List.copyOf(folders);
    binds = List.copyOf(binds);
    relay = List.copyOf(relay);
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /// A host file or folder shown inside at `target`.
  public record Bind(Path source, String target, Access access) {
    public enum Access {
      READ_ONLY,
      READ_WRITE
    }
  }

  /// A folder whose lowers are shared and read-only and whose upper takes every change. With
  /// [Layering#COPY] the upper holds the whole tree instead: the driver copies the lowers there
  /// when it is first used.
  ///
  /// @param lowers topmost first; never written, and never changed while mounted
  /// @param upper exists, and belongs to the sandbox's user ([Folders#create])
  /// @param work empty, on the same filesystem as the upper
  public record LayeredFolder(String target, List<Path> lowers, Path upper, Path work) {
    public LayeredFolder {
      lowers = List.copyOf(lowers);
    }
  }
}
