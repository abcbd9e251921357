package drydock.sandbox.selftest.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// What is mounted here: `/proc/self/mountinfo`, proc_pid_mountinfo(5).
final class Mounts {
  /// @param root the part of the filesystem that is mounted
  record Mount(String root, String point, List<String> options, String type) {}

  private Mounts() {}

  static List<Mount> all() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/mountinfo")).stream().map(Mounts::parse).toList();
  }

  private static Mount parse(String line) {
    var words = line.split(" ", -1);
    var dash = Arrays.asList(words).indexOf("-");
    return new Mount(words[3], words[4], List.of(words[5].split(",")), words[dash + 1]);
  }
}
