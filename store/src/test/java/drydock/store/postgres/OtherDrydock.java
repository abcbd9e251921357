package drydock.store.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A running [Opener].
record OtherDrydock(Process process, BufferedReader output) implements AutoCloseable {
  static OtherDrydock on(Path folder, Path programs) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                List.of(
                    java,
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Opener.class.getName(),
                    folder.toString(),
                    programs.toString()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new OtherDrydock(process, process.inputReader(StandardCharsets.UTF_8));
  }

  /// Its one line; empty if it died before.
  String says() throws IOException {
    var line = output.readLine();
    return line == null ? "" : line;
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws IOException {
    process.outputWriter().close();
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException("it ended with status " + process.exitValue());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
