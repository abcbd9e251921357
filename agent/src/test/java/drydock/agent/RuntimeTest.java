package drydock.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The program with its own runtime, as `package` has built it, at another place. Its files keep
/// their times: some JVMs take a cache only for those (25.0.5 does, 25.0.3 does not).
@Tag("integration")
@Timeout(120)
final class RuntimeTest {
  @TempDir Path temp;

  @Test
  void runs_elsewhere_read_only_and_with_its_cache() throws Exception {
    var built = Path.of("target/agent");
    assumeTrue(Files.exists(built.resolve("agent.aot")), "not built: run mvn package");
    var elsewhere = temp.resolve("else where");
    shell("cp -a " + built + " '" + elsewhere + "' && chmod -R a-w '" + elsewhere + "'");
    var home = Files.createDirectory(temp.resolve("home"));
    assertThat(run(elsewhere, home, "on")).isEmpty();
    Files.delete(home.resolve("done"));
    shell("chmod u+w '" + elsewhere + "' && rm -f '" + elsewhere + "/agent.aot'");
    assertThat(run(elsewhere, home, "on")).contains("Unable to use AOT cache");
    shell("chmod -R u+w '" + elsewhere + "'");
  }

  /// With mode `on` a JVM that cannot use its cache does not start.
  private static String run(Path agent, Path home, String mode)
      throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(
                List.of(
                    "sh",
                    "-c",
                    "\"$0\" rehearse && touch \"$HOME/done\"",
                    agent.resolve("bin/agent").toString()))
            .redirectErrorStream(true);
    builder.environment().put("DRYDOCK_AOT", mode);
    builder.environment().put("HOME", home.toString());
    var process = builder.start();
    var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return printed;
  }

  private static void shell(String script) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("sh", "-c", script).inheritIO().start().waitFor()).isZero();
  }
}
