package drydock.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// The proportional set size (proc_pid_smaps(5), `Pss`) of the agents that run now.
final class AgentMemory {
  private AgentMemory() {}

  /// @return megabytes of one agent process, the median of those that run; none if none does
  static OptionalDouble median() throws IOException {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      var sizes =
          processes
              .filter(p -> p.getFileName().toString().matches("\\d+"))
              .filter(AgentMemory::isAgent)
              .mapToDouble(AgentMemory::pss)
              .filter(size -> size > 0)
              .toArray();
      return sizes.length == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(new Samples(sizes).median());
    }
  }

  private static boolean isAgent(Path process) {
    try {
      var line = Files.readString(process.resolve("cmdline"));
      return line.contains("drydock.agent.Main\0acp");
    } catch (IOException _) {
      return false;
    }
  }

  private static double pss(Path process) {
    try (var lines = Files.lines(process.resolve("smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1024)
          .sum();
    } catch (IOException | UncheckedIOException _) {
      return 0;
    }
  }
}
