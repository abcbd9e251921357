package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.e2e.server.Asked;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Place;
import drydock.e2e.server.Shell;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The programs that people copy to speak to the API give the diff, and nothing else, on stdout.
@Tag("integration")
final class ApiExamplesTest {
  private static final Path EXAMPLES = Drydock.checkout().resolve("examples/api");

  @Test
  void the_script_and_the_java_program_return_the_diff() {
    var place = Place.fresh();
    try {
      place.script("api", Asked.runs("", "echo two >a.txt") + Asked.says("Changed."));
      var repository = Asked.repository(place, "api", Map.of("a.txt", "one\n"));
      try (var drydock = Drydock.up(place, Map.of("DRYDOCK_MODEL", "scripted/api"))) {
        var curl = printed(drydock, EXAMPLES.resolve("create-and-poll.sh").toString(), repository);
        var java =
            printed(
                drydock,
                Path.of(System.getProperty("java.home"), "bin/java")
                    + " "
                    + EXAMPLES.resolve("Drydock.java"),
                repository);

        assertThat(curl).startsWith("diff --git a/a.txt b/a.txt").endsWith("-one\n+two\n");
        assertThat(java).isEqualTo(curl);
        assertThat(said(drydock, "file:///srv/a"))
            .contains("file:// is not taken: give the absolute path itself");
      }
    } finally {
      place.remove();
    }
  }

  private static String printed(Drydock drydock, String program, Path repository) {
    return run(drydock, program, repository + " 2>/dev/null");
  }

  /// By the script, when it does not succeed.
  private static String said(Drydock drydock, String repository) {
    var script = EXAMPLES.resolve("create-and-poll.sh").toString();
    return run(drydock, script, repository + " 2>&1 >/dev/null && exit 1 || true");
  }

  private static String run(Drydock drydock, String program, String rest) {
    var settings =
        "DRYDOCK_URL=%s DRYDOCK_HOME=%s".formatted(drydock.address(), drydock.place().home());
    return Shell.bash(drydock.place().root(), settings + " " + program + " 'Change it.' " + rest);
  }
}
