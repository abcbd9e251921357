package drydock.sandbox.oci;

import drydock.sandbox.oci.host.Mount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The folder that a sandbox is made from: `config.json`, and a root filesystem of nothing but
/// mount points, which lives and dies with it.
///
/// @param folder named by the sandbox's id
record Bundle(Path folder) {
  private static final List<String> MERGED_USR = List.of("bin", "sbin", "lib", "lib32", "lib64");

  void write(String config, List<Mount> mountPoints) throws IOException {
    var root = folder.resolve("rootfs");
    // The runtime, by then a mapped uid, walks through here: the umask must not forbid it.
    allow(Files.createDirectories(folder), 0711);
    allow(Files.createDirectories(root), 0755);
    for (var name : MERGED_USR) {
      if (Files.isDirectory(Path.of("/usr", name))) {
        Files.createSymbolicLink(root.resolve(name), Path.of("usr", name));
      }
    }
    for (var mount : mountPoints) {
      make(root, mount);
    }
    Files.writeString(folder.resolve("config.json"), config);
  }

  private static void make(Path root, Mount mount) throws IOException {
    var point = root.resolve(mount.destination().substring(1)).normalize();
    if (!point.startsWith(root) || point.equals(root)) {
      throw new IllegalArgumentException("not a place for a mount: " + mount.destination());
    }
    for (var parent = root; !parent.equals(point.getParent()); ) {
      parent = parent.resolve(parent.relativize(point).getName(0));
      if (!Files.isDirectory(parent)) {
        allow(Files.createDirectory(parent), 0755);
      }
    }
    if (mount.isFile()) {
      Files.createFile(point);
    } else if (!Files.isDirectory(point)) {
      // The runtime gives a tmpfs the mode of its mount point.
      allow(Files.createDirectory(point), mount.mode());
    }
  }

  private static void allow(Path folder, int mode) throws IOException {
    Files.setAttribute(folder, "unix:mode", mode);
  }
}
