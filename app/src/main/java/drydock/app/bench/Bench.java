package drydock.app.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `./drydock bench`: measures the targets of the design on this machine.
final class Bench {
  private static final int CROWD = 200;

  /// Tasks before the first that counts: people meet a server that has been up for longer.
  private static final int WARM = 10;

  private final Path installation;
  private final Path scratch;
  private final PrintStream out;
  private final Report report = new Report();

  /// @param scratch an empty folder that sandboxes can reach; the caller removes it
  Bench(Path installation, Path scratch, PrintStream out) {
    this.installation = installation;
    this.scratch = scratch;
    this.out = out;
  }

  /// @return the page
  String run() throws Exception {
    var scripts = Scripts.write(scratch.resolve("scripts"));
    var settings = Map.of("DRYDOCK_SCRIPTS", scripts.toString());
    var home = scratch.resolve("home");
    say("first start of the server (makes the database)");
    ServerProcess.start(installation, home, settings).close();
    say("start of the server");
    start(home, settings);
    var floors = new Floors(scratch, installation);
    try (var server = ServerProcess.start(installation, home, settings)) {
      tasks(server, floors);
      sizes(server, floors);
      memory(server);
      crowd(server);
    }
    resumption(home, settings);
    return report.markdown(machine(), NOTES);
  }

  private static final String NOTES =
      """
      Where the time goes from the request to the first model call: the events are committed to \
      PostgreSQL before anybody is told (a commit is 2 to 5 ms on a disk), the mirror is asked for \
      what is new (one `git fetch`), the sandbox starts (see the floor), the agent starts inside \
      it, and ACP says hello. Tasks are measured on a server that has run ten. In a tool step the \
      agent alone takes about 7 ms (parse, keep the session, start a shell, send); the rest is the \
      way to the gateway and back, and two processors that the database and the server use too.\
      """;

  private void start(Path home, Map<String, String> settings) throws Exception {
    var millis = new ArrayList<Double>();
    for (var i = 0; i < 5; i++) {
      var began = System.nanoTime();
      try (var server = ServerProcess.start(installation, home, settings)) {
        server.text("/healthz");
        millis.add((System.nanoTime() - began) / 1e6);
      }
    }
    var samples = new Samples(millis.stream().mapToDouble(Double::doubleValue).toArray());
    report.row(
        "`./drydock up` to the first 200, with the embedded database",
        "-",
        samples.shown(),
        "1,200 ms",
        samples.median() <= 1200);
  }

  private void tasks(ServerProcess server, Floors floors) throws Exception {
    say("floors: runc, the agent alone");
    var runc = floors.runc();
    var agent = floors.agent();
    say("tasks");
    var repository = Repositories.make(scratch.resolve("repo-1000"), 1000);
    var times = new TaskTimes(server);
    for (var i = 0; i < WARM; i++) {
      times.run(repository, "ten");
    }
    var runs = new ArrayList<TaskTimes.Times>();
    for (var i = 0; i < 15; i++) {
      runs.add(times.run(repository, "ten"));
    }
    var first = samples(runs.stream().map(TaskTimes.Times::firstModelCall).toList());
    report.row(
        "request to the first model call, warm mirror",
        "runc run %s, agent alone to its first request %s".formatted(runc.shown(), agent.shown()),
        first.shown(),
        "250 ms",
        first.median() <= 250);
    var whole = samples(runs.stream().map(TaskTimes.Times::whole).toList());
    report.row(
        "a scripted task of 10 tool calls, whole, to the diff",
        "the two above",
        whole.shown(),
        "500 ms",
        whole.median() <= 500);
    var step = samples(runs.stream().map(TaskTimes.Times::step).toList());
    report.row(
        "overhead of a tool step",
        "-",
        "%.1f ms".formatted(step.median()),
        "10 ms",
        step.median() <= 10);
  }

  private void sizes(ServerProcess server, Floors floors) throws Exception {
    var small = 0.0;
    for (var files : List.of(1000, 10_000)) {
      say(files + " files");
      var repository = scratch.resolve("repo-" + files);
      if (!Files.exists(repository)) {
        Repositories.make(repository, files);
      }
      var times = new TaskTimes(server);
      times.run(repository, "say");
      var millis = new ArrayList<Double>();
      for (var i = 0; i < 5; i++) {
        millis.add(times.run(repository, "say").firstModelCall());
      }
      var samples = samples(millis);
      small = small == 0 ? samples.median() : small;
      report.row(
          "request to the first model call, %,d files, warm".formatted(files),
          "git clone --local " + floors.clone(repository).shown(),
          samples.shown(),
          "flat within 20 %",
          samples.median() <= small * 1.2);
    }
  }

  private void memory(ServerProcess server) throws IOException, InterruptedException {
    say("memory");
    var repository = scratch.resolve("repo-1000").toString();
    var ids = new ArrayList<String>();
    for (var i = 0; i < 4; i++) {
      ids.add(
          server
              .post(
                  "/api/tasks",
                  Map.of(
                      "prompt", "sleep",
                      "model", "scripted/sleep",
                      "repo", Map.of("url", repository)))
              .path("id")
              .asText());
    }
    Thread.sleep(8000);
    var size = AgentMemory.median();
    for (var id : ids) {
      server.ended(id);
    }
    report.row(
        "memory of a running agent (PSS, 4 at once)",
        "-",
        size.isPresent() ? "%.0f MB".formatted(size.getAsDouble()) : "none seen",
        "45 MB",
        size.isPresent() && size.getAsDouble() <= 45);
  }

  private void crowd(ServerProcess server) throws Exception {
    say(CROWD + " tasks at once");
    var figures = new Crowd(server).run(scratch.resolve("repo-1000"), CROWD);
    report.row(
        CROWD + " tasks submitted at once",
        "-",
        "%d ended right in %.0f s; first page of tasks p95 %.0f ms"
            .formatted(figures.ended(), figures.seconds(), figures.firstPage().percentile(95)),
        "none lost, p95 below 50 ms",
        figures.ended() == CROWD && figures.firstPage().percentile(95) < 50);
  }

  private void resumption(Path home, Map<String, String> settings) throws Exception {
    say("a server that is killed");
    var figures = new Resumption(installation, home, settings).run(scratch.resolve("repo-1000"));
    report.row(
        "server killed with %d agents at work: from its return until they are again"
            .formatted(figures.tasks()),
        "-",
        "%s; %d of %d ended right"
            .formatted(figures.back().shown(), figures.ended(), figures.tasks()),
        "5,000 ms, none lost",
        figures.ended() == figures.tasks() && figures.back().percentile(100) <= 5000);
  }

  private static Samples samples(List<Double> millis) {
    return new Samples(millis.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static String machine() {
    return "%d cores, Linux %s, Java %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.version"),
            Runtime.version().feature());
  }

  private void say(String what) {
    out.println("... " + what);
    out.flush();
  }
}
