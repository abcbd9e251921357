package drydock.e2e.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Runs programs of the machine, and expects them to succeed.
public final class Shell {
  /// Commits that are the same each time, whoever makes them.
  private static final Map<String, String> GIT =
      Map.of(
          "GIT_CONFIG_GLOBAL", "/dev/null",
          "GIT_CONFIG_SYSTEM", "/dev/null",
          "GIT_AUTHOR_NAME", "Ada",
          "GIT_AUTHOR_EMAIL", "ada@example.org",
          "GIT_AUTHOR_DATE", "2026-01-02T03:04:05Z",
          "GIT_COMMITTER_NAME", "Ada",
          "GIT_COMMITTER_EMAIL", "ada@example.org",
          "GIT_COMMITTER_DATE", "2026-01-02T03:04:05Z",
          "LC_ALL", "C.UTF-8");

  private Shell() {}

  /// @return what it printed, each byte one character
  /// @throws IllegalStateException if it ended with another status than 0
  public static String in(Path folder, String... command) {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(GIT);
    try {
      var process = builder.start();
      process.getOutputStream().close();
      var output = new String(process.getInputStream().readAllBytes(), ISO_8859_1);
      var status = process.waitFor();
      if (status != 0) {
        throw new IllegalStateException(
            "%s ended with status %d: %s".formatted(String.join(" ", command), status, output));
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// @param text each character one byte
  public static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What a script prints, whether it succeeds or not; its errors are not of interest.
  static String output(String script) {
    return in(Path.of("/"), "bash", "-c", "{ " + script + "\n} 2>/dev/null </dev/null || true");
  }

  public static boolean succeeds(String script) {
    return output("{ " + script + "\n} >/dev/null && echo yes").equals("yes\n");
  }

  /// A script, with `bash -e`.
  public static String bash(Path folder, String script) {
    return in(folder, "bash", "-euc", script);
  }
}
