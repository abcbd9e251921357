package drydock.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Makes a Git repository of a folder that ships with Drydock: what a person does who copies it.
final class SampleRepository {
  private SampleRepository() {}

  static Path copy(Path sample, Path to) {
    if (!Files.isDirectory(sample)) {
      throw new StartException(1, "the sample " + sample + " is missing");
    }
    run(Path.of("/"), "cp", "-R", sample.toString(), to.toString());
    git(to, "init", "-q", "-b", "main");
    git(to, "add", "-A");
    git(to, "commit", "-q", "-m", "The sample project");
    return to;
  }

  private static void git(Path folder, String... arguments) {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(
        List.of(
            "-c",
            "user.name=Drydock",
            "-c",
            "user.email=sample@drydock.invalid",
            "-c",
            "commit.gpgsign=false",
            "-c",
            "core.hooksPath=/dev/null"));
    command.addAll(List.of(arguments));
    run(folder, command.toArray(String[]::new));
  }

  private static void run(Path folder, String... command) {
    try {
      var process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectInput(Path.of("/dev/null").toFile())
              .start();
      var output =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new StartException(
            1, "the sample cannot be made (" + command[0] + "): " + output.strip());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
