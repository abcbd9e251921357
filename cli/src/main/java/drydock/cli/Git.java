package drydock.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// The person's own git, in one folder.
///
/// @param env set beside what the process has
record Git(Path folder, Map<String, String> env) {
  Git {
    env = Map.copyOf(env);
  }

  static Git in(Path folder) {
    return new Git(folder, Map.of());
  }

  Git with(Map<String, String> env) {
    return new Git(folder, env);
  }

  /// @param output what it printed, without the last line break
  /// @param complaint what it said on stderr
  record Answer(int status, String output, String complaint) {
    boolean ok() {
      return status == 0;
    }
  }

  /// What it prints.
  ///
  /// @throws CliException with git's words if it fails
  String run(String... arguments) {
    return runWith("", arguments);
  }

  /// @param input a line or so for its standard input
  String runWith(String input, String... arguments) {
    var answer = ask(input, arguments);
    if (!answer.ok()) {
      throw new CliException(
          ExitCode.USAGE, "git %s in %s: %s".formatted(arguments[0], folder, answer.complaint()));
    }
    return answer.output();
  }

  Answer ask(String input, String... arguments) {
    try {
      var process = start(arguments);
      var complaint = CompletableFuture.supplyAsync(() -> all(process.getErrorStream()));
      try (var stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      }
      var output = all(process.getInputStream());
      return new Answer(
          process.waitFor(), output.replaceFirst("\n$", ""), complaint.join().strip());
    } catch (IOException e) {
      throw new CliException(ExitCode.MISSING, "git does not run: " + e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CliException(ExitCode.TASK_FAILED, "interrupted");
    }
  }

  private Process start(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    // A hook that runs us says which repository is meant; here the folder does.
    builder.environment().keySet().removeAll(List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().putAll(env);
    return builder.start();
  }

  private static String all(InputStream in) {
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
