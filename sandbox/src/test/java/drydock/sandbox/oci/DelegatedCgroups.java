package drydock.sandbox.oci;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Folders in every hierarchy of cgroups (version 1) that root gave to a user: cgroups(7), "Cgroup
/// v1 delegation".
record DelegatedCgroups(List<Path> folders) implements AutoCloseable {
  private static final Path ROOT = Path.of("/sys/fs/cgroup");

  static boolean arePossible() {
    return Files.isDirectory(ROOT.resolve("memory"));
  }

  static DelegatedCgroups give(int uid, String name) {
    var folders = new ArrayList<Path>();
    try (var hierarchies = Files.newDirectoryStream(ROOT, DelegatedCgroups::isHierarchy)) {
      for (var hierarchy : hierarchies) {
        var folder = Files.createDirectory(hierarchy.resolve(name));
        folders.add(folder);
        // Without these a cpuset takes no process; its children are to have them too.
        copy(hierarchy, folder, "cpuset.cpus");
        copy(hierarchy, folder, "cpuset.mems");
        if (Files.exists(folder.resolve("cgroup.clone_children"))) {
          Files.writeString(folder.resolve("cgroup.clone_children"), "1");
        }
        for (var given : List.of("", "cgroup.procs", "tasks")) {
          if (Files.exists(folder.resolve(given))) {
            Files.setAttribute(folder.resolve(given), "unix:uid", uid);
          }
        }
      }
      return new DelegatedCgroups(folders);
    } catch (IOException e) {
      new DelegatedCgroups(folders).close();
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isHierarchy(Path folder) {
    return !Files.isSymbolicLink(folder) && Files.exists(folder.resolve("cgroup.procs"));
  }

  private static void copy(Path from, Path to, String file) throws IOException {
    if (Files.exists(to.resolve(file))) {
      Files.writeString(to.resolve(file), Files.readString(from.resolve(file)));
    }
  }

  /// What root starts so that it runs in them.
  List<String> within(List<String> command) {
    var procs = folders.stream().map(folder -> folder + "/cgroup.procs").toList();
    var join = "for f in " + String.join(" ", procs) + "; do echo $$ >$f; done; exec \"$@\"";
    return Stream.concat(Stream.of("sh", "-c", join, "sh"), command.stream()).toList();
  }

  @Override
  public void close() {
    for (var folder : folders) {
      try (var below = Files.walk(folder)) {
        for (var each : below.filter(Files::isDirectory).toList().reversed()) {
          Files.delete(each);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
