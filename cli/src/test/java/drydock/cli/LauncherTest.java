package drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What the launcher does without a JDK: its own words, and its reading of test reports.
class LauncherTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private record Ended(int exitCode, String output) {}

  private static Ended run(String... command) throws IOException {
    var process =
        new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.onExit().join().exitValue(), output);
  }

  @Test
  void help_names_every_command() throws IOException {
    var help = run("./drydock", "help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.output())
        .contains(CliTest.commands())
        .contains("up", "demo", "doctor", "test", "bench", "backup", "restore", "gc", "agent");
    assertThat(run("./drydock")).isEqualTo(help);
  }

  @Test
  void an_unknown_command_is_bad_usage() throws IOException {
    assertThat(run("./drydock", "dock"))
        .isEqualTo(new Ended(2, "drydock: unknown command 'dock'; ./drydock help lists them\n"));
    assertThat(run("./drydock", "test", "some").exitCode()).isEqualTo(2);
  }

  @Test
  void reports_are_summed_and_what_a_test_printed_is_not_taken_for_one() throws IOException {
    var report = Path.of("src/test/resources/drydock/cli/surefire.xml").toAbsolutePath();
    assertThat(run("awk", "-f", "scripts/report.awk", report.toString()))
        .isEqualTo(
            new Ended(
                1,
                """
                FAILED   A z: expected: "a" but
                skipped  A y: no runc & co
                1 passed, 1 failed, 1 skipped
                """));
  }

  @Test
  void no_test_at_all_is_a_failure() throws IOException {
    assertThat(run("awk", "-f", "scripts/report.awk", "/dev/null"))
        .isEqualTo(new Ended(1, "0 passed, 0 failed, 0 skipped\n"));
  }
}
