package drydock.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Runs scripts of tests, with git as a stranger to this machine's configuration.
final class Shell {
  private Shell() {}

  /// @return the output
  static String run(Path folder, String script) {
    return new String(exec(folder, List.of("bash", "-euc", script)), UTF_8);
  }

  /// Runs the script as `$SCRIPT` in the merged view of an overlay, and keeps a copy of what it
  /// then shows in `merged`.
  static void inOverlay(Path place, String lowers, String script) {
    exec(
        place,
        List.of(
            "unshare",
            "-Urm",
            "bash",
            "-euc",
            """
            mkdir -p upper work view
            mount -t overlay overlay -o "lowerdir=$1,upperdir=upper,workdir=work,userxattr" view
            cd view
            bash -euc "$2"
            cd ..
            rm -rf merged
            cp -a view merged
            """,
            "x",
            lowers,
            script));
  }

  private static byte[] exec(Path folder, List<String> argv) {
    try {
      var builder = new ProcessBuilder(argv).directory(folder.toFile()).redirectErrorStream(true);
      builder.environment().keySet().retainAll(List.of("PATH"));
      builder.environment().put("HOME", folder.toString());
      builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
      builder.environment().put("LC_ALL", "C");
      for (var role : List.of("AUTHOR", "COMMITTER")) {
        builder.environment().put("GIT_" + role + "_NAME", "Ada");
        builder.environment().put("GIT_" + role + "_EMAIL", "ada@example.org");
        builder.environment().put("GIT_" + role + "_DATE", "2026-01-02T03:04:05Z");
      }
      var process = builder.start();
      process.getOutputStream().close();
      var output = process.getInputStream().readAllBytes();
      if (process.waitFor() != 0) {
        throw new AssertionError(argv + "\n" + new String(output, UTF_8));
      }
      return output;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
