package drydock.sandbox.oci;

import drydock.sandbox.oci.host.HostCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The runtime's command line. Thread safe.
///
/// @param executable its path
/// @param root where it keeps its own state
/// @param runtimeDir of the user whose systemd is asked for cgroups
/// @param nice how nice sandboxes are to the rest of the host; setpriority(2), 0 to 19
record Runc(Path executable, Path root, Optional<Path> runtimeDir, int nice) {
  /// Where Debian puts it is not on an ordinary user's PATH.
  private static final List<String> FOLDERS =
      List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

  static Optional<Path> find(String name) {
    var places = name.contains("/") ? Stream.of(name) : FOLDERS.stream().map(f -> f + "/" + name);
    return places.map(Path::of).filter(Files::isExecutable).findFirst();
  }

  /// Starts a sandbox in the foreground. What its command writes comes out of this process, and the
  /// exit status is the command's. `--keep`: its cgroup can still tell about the end.
  Process run(String id, Path bundle) {
    var command = new ArrayList<>(List.of("nice", "-n", String.valueOf(nice)));
    command.addAll(command("run", "--keep", "--bundle", bundle.toString(), id));
    var environment = new HashMap<String, String>();
    runtimeDir.ifPresent(dir -> {
      environment.put("XDG_RUNTIME_DIR", dir.toString());
      environment.put("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + dir.resolve("bus"));
    });
    return HostCommand.start(new ProcessBuilder(command), Map.copyOf(environment));
  }

  /// Removes what the runtime knows of it, killing what still runs.
  HostCommand.Result delete(String id) {
    return HostCommand.run(command("delete", "--force", id));
  }

  HostCommand.Result version() {
    return HostCommand.run(command("--version"));
  }

  /// Written once the first process is there, before it runs anything.
  Path stateFile(String id) {
    return stateFolder(id).resolve("state.json");
  }

  /// There as long as anything of it is.
  Path stateFolder(String id) {
    return root.resolve(id);
  }

  private List<String> command(String... arguments) {
    var command = new ArrayList<>(List.of(executable.toString(), "--root", root.toString()));
    if (runtimeDir.isPresent()) {
      command.add("--systemd-cgroup");
    }
    command.addAll(List.of(arguments));
    return command;
  }
}
