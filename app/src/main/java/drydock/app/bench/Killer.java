package drydock.app.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Kills parts of a Drydock at random, with SIGKILL. The seed decides what is tried and when; what
/// it hits depends on what runs then.
final class Killer {
  private final KeptAlive server;
  private final Path home;
  private final RandomGenerator random;
  private final Map<Victim, Integer> kills = new EnumMap<>(Victim.class);

  enum Victim {
    SERVER("the server"),
    AGENT("an agent"),
    SANDBOX("a whole sandbox"),
    DATABASE("the database"),
    ALL("all of them at once");

    final String shown;

    Victim(String shown) {
      this.shown = shown;
    }
  }

  Killer(KeptAlive server, Path home, RandomGenerator random) {
    this.server = server;
    this.home = home;
    this.random = random;
  }

  /// Kills about every `pause` for as long as `time`.
  Map<Victim, Integer> run(Duration time, Duration pause) throws InterruptedException {
    var end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      Thread.sleep((long) (pause.toMillis() * (0.5 + random.nextDouble())));
      var victim = Victim.values()[random.nextInt(Victim.values().length)];
      if (kill(victim)) {
        kills.merge(victim, 1, Integer::sum);
      }
    }
    return Map.copyOf(kills);
  }

  /// @return whether there was anything to kill
  private boolean kill(Victim victim) {
    return switch (victim) {
      case SERVER -> {
        server.kill();
        yield true;
      }
      case AGENT -> anyOf(inside("acp"));
      case SANDBOX -> anyOf(inside("init"));
      case DATABASE -> database().map(ProcessHandle::destroyForcibly).orElse(false);
      case ALL -> {
        server.kill();
        inside("init").forEach(ProcessHandle::destroyForcibly);
        database().ifPresent(ProcessHandle::destroyForcibly);
        yield true;
      }
    };
  }

  private boolean anyOf(List<ProcessHandle> processes) {
    return !processes.isEmpty()
        && processes.get(random.nextInt(processes.size())).destroyForcibly();
  }

  /// Processes of this installation's sandboxes with this word in their command line.
  private List<ProcessHandle> inside(String word) {
    return ProcessHandle.allProcesses()
        .filter(process -> words(process, "cmdline").anyMatch(word::equals))
        .filter(
            process -> words(process, "environ").anyMatch(w -> w.startsWith("DRYDOCK_TASK_ID=")))
        .filter(process -> words(process, "mountinfo").anyMatch(w -> w.contains(home.toString())))
        .toList();
  }

  private static Stream<String> words(ProcessHandle process, String file) {
    var path = Path.of("/proc", String.valueOf(process.pid()), file);
    try {
      return Stream.of(Files.readString(path, ISO_8859_1).split("\0"));
    } catch (IOException _) {
      // It has ended, or is not ours.
      return Stream.of();
    }
  }

  private Optional<ProcessHandle> database() {
    try (var files = Files.find(home.resolve("db"), 3, (f, _) -> f.endsWith("postmaster.pid"))) {
      var file = files.findFirst();
      return file.isEmpty()
          ? Optional.empty()
          : ProcessHandle.of(Long.parseLong(Files.readAllLines(file.get()).getFirst().strip()));
    } catch (IOException | java.io.UncheckedIOException e) {
      // It is being made or removed just now.
      return Optional.empty();
    }
  }
}
