package drydock.sandbox.oci;

import static java.util.stream.Collectors.groupingBy;

import drydock.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Where no cgroup limits memory: adds up, four times a second, what the processes of each sandbox
/// have. As the kernel would, it ends the largest process of a sandbox that has more than it may;
/// one that has twice as much is ended itself. Between two looks it can have more.
///
/// Temporary files do not count, they have sizes of their own ([MountPlan]); nor does what no
/// process has mapped. Thread safe.
final class MemoryWatch {
  /// In kB; proc_pid_status(5). Counts a page once for each process that has it.
  private static final Set<String> AT_MOST = Set.of("RssAnon", "RssShmem", "VmSwap");

  /// In kB; proc_pid_smaps(5). Exact, and a walk through all of a process's pages.
  private static final Set<String> EXACT = Set.of("Pss_Anon", "Pss_Shmem", "SwapPss");

  private record Allowance(Path namespace, long bytes) {}

  private final Watch<Allowance> watch =
      new Watch<>("memory watch", Duration.ofMillis(250), MemoryWatch::look);

  /// Until the sandbox ends.
  void add(OciSandbox sandbox, long bytes) {
    sandbox
        .init()
        .flatMap(MemoryWatch::namespace)
        .ifPresent(namespace -> watch.add(sandbox, new Allowance(namespace, bytes)));
  }

  private static void look(Map<OciSandbox, Allowance> watched) {
    var all =
        ProcessHandle.allProcesses()
            .flatMap(process -> namespace(process).map(n -> Map.entry(n, process)).stream())
            .collect(groupingBy(Map.Entry::getKey));
    watched.forEach((sandbox, allowance) -> {
      var own = all.getOrDefault(allowance.namespace(), List.of()).stream();
      judge(sandbox, own.map(Map.Entry::getValue).toList(), allowance.bytes());
    });
  }

  private static void judge(OciSandbox sandbox, List<ProcessHandle> processes, long limit) {
    if (sum(processes.stream().map(p -> bytes(p, "status", AT_MOST))) <= limit) {
      return;
    }
    var exact = new HashMap<ProcessHandle, Long>();
    processes.forEach(process -> exact.put(process, bytes(process, "smaps_rollup", EXACT)));
    var taken = sum(exact.values().stream());
    if (taken > 2 * limit) {
      sandbox.end(Sandbox.Exit.Reason.MEMORY_LIMIT);
    } else if (taken > limit) {
      exact.entrySet().stream()
          .max(Comparator.comparing(Map.Entry::getValue))
          .ifPresent(largest -> sandbox.outOfMemory(largest.getKey()));
    }
  }

  /// Which pid namespace it is in: none if it has ended, or is another user's.
  private static Optional<Path> namespace(ProcessHandle process) {
    try {
      return Optional.of(Files.readSymbolicLink(proc(process, "ns/pid")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static long bytes(ProcessHandle process, String file, Set<String> fields) {
    // A process names itself, in any bytes.
    try (var lines = Files.lines(proc(process, file), StandardCharsets.ISO_8859_1)) {
      return sum(
          lines
              .map(line -> line.split("[:\\s]+"))
              .filter(words -> fields.contains(words[0]))
              .map(words -> Long.parseLong(words[1]) << 10));
    } catch (IOException | UncheckedIOException e) {
      // It has just ended.
      return 0;
    }
  }

  private static Path proc(ProcessHandle process, String file) {
    return Path.of("/proc", String.valueOf(process.pid()), file);
  }

  private static long sum(Stream<Long> numbers) {
    return numbers.mapToLong(Long::longValue).sum();
  }
}
