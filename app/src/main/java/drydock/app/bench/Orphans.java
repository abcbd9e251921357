package drydock.app.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What a server that is gone still has on the machine: should be nothing.
///
/// @param installation the name in its sandboxes' labels
/// @param home its data folder
public record Orphans(String installation, Path home) {
  private static final Path PROC = Path.of("/proc");

  /// Those of the installation in a data folder.
  public static Orphans of(Path home) throws IOException {
    return new Orphans(Files.readString(home.resolve("installation")).strip(), home);
  }

  /// A line for each process, mount, cgroup and folder of doors.
  public List<String> found() {
    var all = new TreeSet<String>();
    processes(all);
    for (var folder : List.of("/sys/fs/cgroup", "/run/drydock")) {
      named(Path.of(folder), all);
    }
    return List.copyOf(all);
  }

  /// By what they run, were told, and where they stand, and what is mounted for them.
  private void processes(TreeSet<String> all) {
    for (var process : list(PROC)) {
      if (!process.getFileName().toString().matches("\\d+") || isSelf(process)) {
        continue;
      }
      for (var file : List.of("cmdline", "environ", "mountinfo", "cgroup")) {
        if (isOurs(read(process.resolve(file)))) {
          all.add(
              process + "/" + file + ": " + read(process.resolve("cmdline")).replace('\0', ' '));
        }
      }
    }
    if (isOurs(read(PROC.resolve("self/mountinfo")))) {
      all.add("a mount of the host: " + read(PROC.resolve("self/mountinfo")));
    }
  }

  private static boolean isSelf(Path process) {
    return process.getFileName().toString().equals(String.valueOf(ProcessHandle.current().pid()));
  }

  private boolean isOurs(String text) {
    return text.contains(installation) || text.contains(home.toString());
  }

  /// Sandboxes, cgroups and the doors' folder are named after the installation.
  private void named(Path folder, TreeSet<String> all) {
    try (Stream<Path> files = Files.find(folder, 6, (f, _) -> isOurs(f.toString()))) {
      files.map(Path::toString).forEach(all::add);
    } catch (IOException | UncheckedIOException e) {
      // Others' cgroups come and go meanwhile, and not all may be looked into.
      if (Files.exists(folder) && !String.valueOf(e).matches(".*(NoSuchFile|AccessDenied).*")) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static List<Path> list(Path folder) {
    try (var entries = Files.newDirectoryStream(folder)) {
      var all = new ArrayList<Path>();
      entries.forEach(all::add);
      return all;
    } catch (IOException _) {
      return List.of();
    }
  }

  /// Empty when it is gone meanwhile.
  private static String read(Path file) {
    try {
      return Files.readString(file, ISO_8859_1);
    } catch (IOException _) {
      return "";
    }
  }
}
