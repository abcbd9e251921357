package drydock.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.app.bench.ChaosWork.Kind;
import drydock.app.bench.Killer.Victim;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;

/// `./drydock bench chaos`: tasks run while the server, agents, sandboxes and the database are
/// killed at random; every task must end, with the diff of one that was left in peace, and nothing
/// may stay behind.
final class Chaos {
  private static final int OPEN = 12;
  private static final int LAST_WORDS = 60;
  private static final Duration LAST_ONES = Duration.ofMinutes(10);
  private static final List<String> ENDS = List.of("succeeded", "failed", "canceled");

  private final Path installation;
  private final Path scratch;
  private final PrintStream out;

  /// @param tasks at least so many; more if there is time
  /// @param time for which things are killed
  /// @param pause between two kills, about
  record Plan(int tasks, Duration time, Duration pause, long seed) {}

  /// @param lost tasks that the server does not know any more
  /// @param wrong tasks that did not succeed, or with another diff; each with what it was
  /// @param orphans what a server that was stopped in the end left on the machine
  record Figures(
      int tasks,
      int lost,
      List<String> wrong,
      List<String> orphans,
      Map<Victim, Integer> kills,
      Duration took) {
    boolean isRight() {
      return lost == 0 && wrong.isEmpty() && orphans.isEmpty();
    }

    String markdown(Plan plan) {
      var killed =
          kills.entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(kill -> kill.getValue() + " " + kill.getKey().shown)
              .collect(Collectors.joining(", "));
      return """
      Written by `./drydock bench chaos`, seed %d: for %s, about every %s, something was ended with `kill -9`.

      | what | measured | target | |
      |---|---|---|---|
      | kills | **%s** | - | |
      | tasks | **%d, in %d s** | %d at least | |
      | lost | **%d** | 0 | %s |
      | failed, or with another diff than undisturbed | **%d** | 0 | %s |
      | processes, mounts, cgroups and sockets left behind | **%d** | 0 | %s |
      """
          .formatted(
              plan.seed(),
              plan.time(),
              plan.pause(),
              killed,
              tasks,
              took.toSeconds(),
              plan.tasks(),
              lost,
              met(lost),
              wrong.size(),
              met(wrong.size()),
              orphans.size(),
              met(orphans.size()));
    }

    private static String met(int figure) {
      return figure == 0 ? "met" : "missed";
    }
  }

  /// @param scratch an empty folder that sandboxes can reach; the caller removes it
  Chaos(Path installation, Path scratch, PrintStream out) {
    this.installation = installation;
    this.scratch = scratch;
    this.out = out;
  }

  /// @throws IOException if the server is not there any more; what it said last is printed
  Figures run(Plan plan) throws IOException, InterruptedException {
    try {
      return carriedOut(plan);
    } catch (IOException e) {
      var log = Files.readAllLines(scratch.resolve("server.log"));
      log.subList(Math.max(0, log.size() - LAST_WORDS), log.size()).forEach(out::println);
      throw e;
    }
  }

  private Figures carriedOut(Plan plan) throws IOException, InterruptedException {
    var began = System.nanoTime();
    var home = scratch.resolve("home");
    var scripts = scratch.resolve("scripts");
    var kinds = ChaosWork.make(scratch.resolve("repos"), scripts);
    var settings = Map.of("DRYDOCK_SCRIPTS", scripts.toString());
    var submitted = new LinkedHashMap<String, Kind>();
    var wrong = new ArrayList<String>();
    Map<Victim, Integer> kills;
    var lost = 0;
    try (var server = new KeptAlive(installation, home, settings)) {
      say("each kind of task, left in peace");
      var expected = new HashMap<Kind, String>();
      for (var kind : kinds) {
        var id = submit(server, kind, "peace-" + kind.model());
        ended(server, id);
        expected.put(kind, patch(server, id));
      }
      say("kills for " + plan.time() + ", about every " + plan.pause() + ", seed " + plan.seed());
      kills = disturbed(server, home, plan, kinds, submitted);
      say(submitted.size() + " tasks, killed " + kills + "; the last ones end in peace");
      for (var task : submitted.entrySet()) {
        var ended = ended(server, task.getKey());
        if (ended.isPresent()) {
          judge(server, ended.get(), expected.getOrDefault(task.getValue(), ""))
              .ifPresent(wrong::add);
        } else {
          lost++;
        }
      }
    }
    var orphans = Orphans.of(home).found();
    var took = Duration.ofNanos(System.nanoTime() - began);
    return new Figures(submitted.size(), lost, wrong, orphans, kills, took);
  }

  private Map<Victim, Integer> disturbed(
      KeptAlive server, Path home, Plan plan, List<Kind> kinds, Map<String, Kind> submitted)
      throws IOException, InterruptedException {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(plan.seed());
    var killing = new CompletableFuture<Map<Victim, Integer>>();
    var killer = new Killer(server, home, random);
    var thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                killing.complete(killer.run(plan.time(), plan.pause()));
              } catch (InterruptedException | RuntimeException e) {
                killing.completeExceptionally(e);
              }
            });
    var open = new ArrayDeque<String>();
    while (!killing.isDone() || submitted.size() < plan.tasks()) {
      for (var i = open.size(); i > 0; i--) {
        var id = open.remove();
        if (!isEnded(find(server, id))) {
          open.add(id);
        }
      }
      while (open.size() < OPEN) {
        var number = submitted.size();
        var kind = kinds.get(number % kinds.size());
        var id = submit(server, kind, "task-" + number);
        submitted.put(id, kind);
        open.add(id);
      }
      Thread.sleep(500);
    }
    thread.join();
    return killing.join();
  }

  private static String submit(KeptAlive server, Kind kind, String key)
      throws IOException, InterruptedException {
    return server.post("/api/tasks", key, kind.task()).path("id").asText();
  }

  private static Optional<JsonNode> find(KeptAlive server, String id)
      throws IOException, InterruptedException {
    return server.ask(s -> s.find("/api/tasks/" + id));
  }

  private static boolean isEnded(Optional<JsonNode> task) {
    return task.isEmpty() || ENDS.contains(task.get().path("state").asText());
  }

  /// None if it is lost.
  private static Optional<JsonNode> ended(KeptAlive server, String id)
      throws IOException, InterruptedException {
    var end = System.nanoTime() + LAST_ONES.toNanos();
    while (true) {
      var task = find(server, id);
      if (isEnded(task) || System.nanoTime() > end) {
        return task;
      }
      Thread.sleep(200);
    }
  }

  private static String patch(KeptAlive server, String id)
      throws IOException, InterruptedException {
    return server.ask(s -> s.text("/api/tasks/" + id + "/diff.patch"));
  }

  /// What is wrong with a task that should be as if nothing had happened.
  private static Optional<String> judge(KeptAlive server, JsonNode task, String expected)
      throws IOException, InterruptedException {
    var id = task.path("id").asText();
    var state = task.path("state").asText();
    if (!state.equals("succeeded")) {
      return Optional.of(id + " is " + state + ": " + task.path("failure"));
    }
    var patch = patch(server, id);
    return patch.equals(expected)
        ? Optional.empty()
        : Optional.of(id + " has another diff:\n" + patch + "instead of:\n" + expected);
  }

  private void say(String what) {
    out.println("... " + what);
    out.flush();
  }
}
