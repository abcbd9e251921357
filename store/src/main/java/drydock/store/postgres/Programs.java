package drydock.store.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Other programs, started with an environment that holds nothing of ours: that has the keys of
/// models in it.
final class Programs {
  private Programs() {}

  static ProcessBuilder clean(List<String> command) {
    var builder =
        new ProcessBuilder(command).directory(Path.of("/").toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder
        .environment()
        .put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "UTC");
    builder.redirectInput(Path.of("/dev/null").toFile());
    return builder;
  }

  /// Runs it to its end.
  ///
  /// @throws StoreException with what it printed last, if it fails
  static void run(List<String> command) throws IOException {
    var process = clean(command).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      var status = process.waitFor();
      if (status != 0) {
        throw new StoreException(
            StoreException.Reason.START_FAILED,
            Path.of(command.getFirst()).getFileName()
                + " ended with status "
                + status
                + ": "
                + lastLine(output));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new StoreException(
          StoreException.Reason.START_FAILED, "interrupted while the database started", e);
    }
  }

  static String lastLine(String output) {
    return output.strip().lines().reduce((_, next) -> next).orElse("(it said nothing)");
  }
}
