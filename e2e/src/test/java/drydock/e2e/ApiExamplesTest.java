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
      }
    } finally {
      place.remove();
    }
  }

  private static String printed(Drydock drydock, String program, Path repository) {
    var settings =
        "DRYDOCK_URL=%s DRYDOCK_HOME=%s".formatted(drydock.address(), drydock.place().home());
    return Shell.bash(
        drydock.place().root(),
        settings + " " + program + " 'Change it.' " + repository + " 2>/dev/null");
  }
}
