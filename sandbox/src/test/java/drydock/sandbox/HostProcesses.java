package drydock.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The host's processes, by what their command line says. (ProcessHandle leaves out other users'.)
final class HostProcesses {
  private HostProcesses() {}

  static List<String> saying(String text) {
    try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      return java.util.stream.StreamSupport.stream(processes.spliterator(), false)
          .map(HostProcesses::commandLine)
          .filter(line -> line.contains(text))
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String commandLine(Path process) {
    try {
      return new String(
          Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      // It has just ended.
      return "";
    }
  }
}
