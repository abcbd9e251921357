package drydock.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a server does every day, done once for each build, so that its JVM keeps what it learns as
/// an ahead-of-time cache: the classes, and which of the code is used most (JEP 514, JEP 515).
public final class Rehearsal {
  private static final int TASKS = 12;

  private Rehearsal() {}

  /// @param scratch an empty folder that sandboxes can reach; the caller removes it
  /// @param cache made whole, or not at all
  /// @return the exit code
  public static int run(Path installation, Path scratch, Path cache)
      throws IOException, InterruptedException {
    var made = scratch.resolve("server.aot");
    var scripts = Scripts.write(scratch.resolve("scripts"));
    var settings = Map.of("DRYDOCK_SCRIPTS", scripts.toString());
    try (var server = ServerProcess.start(argv(made), scratch.resolve("home"), settings)) {
      tasks(server, Repositories.make(scratch.resolve("repository"), 200));
    }
    Files.move(made, cache, StandardCopyOption.REPLACE_EXISTING);
    return 0;
  }

  /// A machine that cannot run tasks still starts faster.
  private static void tasks(ServerProcess server, Path repository) throws InterruptedException {
    try {
      var times = new TaskTimes(server);
      for (var i = 0; i < TASKS; i++) {
        times.run(repository, "ten");
        server.get("/api/tasks?limit=50");
      }
    } catch (IOException e) {
      System.err.println("rehearsed without tasks: " + e.getMessage());
    }
  }

  /// With the options of this very process: a cache is used by a JVM with the same ones only.
  private static List<String> argv(Path cache) {
    var argv = new ArrayList<String>();
    argv.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    argv.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    argv.add("-XX:AOTCacheOutput=" + cache);
    argv.addAll(List.of("-cp", System.getProperty("java.class.path"), "drydock.app.Main", "up"));
    return argv;
  }
}
