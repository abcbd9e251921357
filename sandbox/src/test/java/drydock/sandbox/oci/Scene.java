package drydock.sandbox.oci;

import drydock.sandbox.selftest.probe.Bait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a self-test is under way, as those see it who open something in it.
///
/// @param folder the test's
/// @param neighbour the first process of the other sandbox; none before it is there
/// @param probe the first process of the sandbox that tries; none before it is there
record Scene(Path folder, Optional<ProcessHandle> neighbour, Optional<ProcessHandle> probe) {
  Path test() {
    return folder.resolve("selftest");
  }

  Path nextDoor(String name) {
    return folder.resolve("stage/neighbour").resolve(name);
  }

  /// The process to be found on the host.
  ProcessHandle hostBait() {
    return bait(ProcessHandle.current().children());
  }

  /// The process to be found in the other sandbox.
  ProcessHandle neighbourBait() {
    return bait(neighbour.orElseThrow().descendants());
  }

  /// The word that a bait is found by.
  static String word(ProcessHandle bait) {
    var line = commandLine(bait);
    return line.substring(line.lastIndexOf(' ') + 1);
  }

  /// Lays a bait into the network namespace of the sandbox that tries: a way to what it is told to
  /// serve, and to nothing else.
  Process reach(String told) {
    try {
      var process =
          new ProcessBuilder(
                  "nsenter",
                  "--target",
                  String.valueOf(probe.orElseThrow().pid()),
                  "--user",
                  "--net",
                  System.getProperty("java.home") + "/bin/java",
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  test().resolve("probe").toString(),
                  Bait.class.getName(),
                  "opening")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .directory(Path.of("/").toFile())
              .start();
      var to = process.getOutputStream();
      to.write((told + "\n\n").getBytes(StandardCharsets.UTF_8));
      to.flush();
      if (process.inputReader().readLine() == null) {
        throw new IllegalStateException("no way was opened");
      }
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProcessHandle bait(Stream<ProcessHandle> processes) {
    return processes
        .filter(
            process -> commandLine(process).matches("\\S*java .*" + Bait.class.getName() + ".*"))
        .findFirst()
        .orElseThrow();
  }

  private static String commandLine(ProcessHandle process) {
    try {
      var words = Files.readString(Path.of("/proc", process.pid() + "", "cmdline"));
      return String.join(" ", List.of(words.split("\0")));
    } catch (IOException e) {
      return "";
    }
  }
}
