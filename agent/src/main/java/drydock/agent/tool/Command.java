package drydock.agent.tool;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A shell command in a session and process group of its own, so that it can be killed with all it
/// started.
final class Command implements AutoCloseable {
  private final Process process;

  private Command(Process process) {
    this.process = process;
  }

  static Command start(String script, Path folder, Map<String, String> environment)
      throws IOException {
    // A child of ours leads no process group, so setsid(1) runs the shell as itself: its pid is the
    // group's id.
    var builder =
        new ProcessBuilder(List.of("setsid", "bash", "-c", script))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new Command(builder.start());
  }

  InputStream output() {
    return process.getInputStream();
  }

  /// @return false if it still runs
  boolean await(Duration atMost) throws InterruptedException {
    return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// As a shell tells it: 128 and the signal's number if one ended it.
  int status() {
    return process.exitValue();
  }

  /// Kills the whole group, if its leader still lives.
  void kill() {
    if (process.isAlive()) {
      killGroup();
      process.destroyForcibly();
    }
  }

  @Override
  public void close() {
    kill();
  }

  /// Java signals single processes only; kill(1) of the shell knows groups.
  private void killGroup() {
    try {
      new ProcessBuilder("bash", "-c", "kill -KILL -- -" + process.pid())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .onExit()
          .orTimeout(2, TimeUnit.SECONDS)
          .exceptionally(_ -> null)
          .join();
    } catch (IOException _) {
      // The leader is still killed by itself.
    }
  }
}
