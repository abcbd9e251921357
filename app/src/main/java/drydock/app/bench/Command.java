package drydock.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Runs a program of this machine to its end.
final class Command {
  private Command() {}

  /// @throws IOException if it does not end with status 0
  static String run(Path folder, String... argv) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(List.of(argv))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var status = process.waitFor();
    if (status != 0) {
      throw new IOException(argv[0] + " ended with " + status + ": " + output.strip());
    }
    return output;
  }
}
