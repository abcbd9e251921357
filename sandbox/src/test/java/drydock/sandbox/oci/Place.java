package drydock.sandbox.oci;

import drydock.sandbox.oci.host.HostFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A short folder in `/tmp` with all that the driver keeps.
record Place(Path folder) {
  static Place make() {
    try {
      var folder = Files.createTempDirectory(Path.of("/tmp"), "dd");
      Files.setAttribute(folder, "unix:mode", 0711);
      return new Place(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  OciSettings settings() {
    return settings("contract", "here");
  }

  OciSettings settings(String installation, String node) {
    return settings(installation, node, "runc");
  }

  OciSettings runtime(String runtime) {
    return settings("contract", "here", runtime);
  }

  private OciSettings settings(String installation, String node, String runtime) {
    return new OciSettings(
        folder.resolve("state"),
        workspaces(),
        installation,
        node,
        runtime,
        List.of(),
        Optional.empty(),
        Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR")).map(Path::of));
  }

  Path workspaces() {
    return folder.resolve("ws");
  }

  /// Another JVM, in the same place.
  Process java(Class<?> main, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.add(folder.toString());
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Everything on the host whose name has the id in it.
  List<String> remains(String id) {
    var lines = new ArrayList<String>();
    try {
      lines.addAll(folders(folder.resolve("state"), 2));
      lines.addAll(folders(Path.of("/sys/fs/cgroup"), 6));
      lines.addAll(Files.readAllLines(Path.of("/proc/self/mounts")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines.stream().filter(line -> line.contains(id)).toList();
  }

  void remove() {
    HostFolders.delete(folder);
  }

  private static List<String> folders(Path root, int depth) throws IOException {
    try (var found = Files.find(root, depth, (_, attributes) -> attributes.isDirectory())) {
      return found.map(Path::toString).toList();
    }
  }
}
