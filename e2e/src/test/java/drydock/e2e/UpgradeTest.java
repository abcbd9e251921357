package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Place;
import drydock.e2e.server.SharedServer;
import drydock.e2e.server.Shell;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A data folder outlives the program: an older one is brought up to date with the tasks in it, a
/// newer one is left alone.
@Tag("integration")
final class UpgradeTest {
  private static final String ENDED = "20261123_w7d0c3sbzr";
  private static final String RUNNING = "20261123_p6sh2jkw0w";

  /// Kept from the first schema, without checkpoints: one task had ended, one ran.
  static InputStream oldest() {
    return Objects.requireNonNull(
        UpgradeTest.class.getResourceAsStream("backup-of-schema-1.tar.gz"));
  }

  @Test
  void tasks_of_the_first_schema_are_readable_and_go_on() throws Exception {
    var place = Place.fresh();
    try {
      var file = place.folder("old.tar.gz");
      Files.copy(oldest(), file);
      place.script(
          "ended",
          Asked.runs("", "true")
              + Asked.says("Done.")
              + Asked.runs("", "cat b.txt >>a.txt")
              + Asked.says("More."));
      place.script(
          "running",
          Asked.runs("", "true")
              + Asked.runs("", "true")
              + Asked.runs("", "echo three >>a.txt")
              + Asked.says("Counted."));
      Drydock.run(place, "restore", file.toString());
      assertThat(Shell.bash(place.home(), "cat version")).isEqualTo("1\n");

      try (var drydock = Drydock.up(place, SharedServer.SETTINGS)) {
        var client = drydock.client();
        assertThat(Shell.bash(place.home(), "cat version")).matches("1\\.\\d+\n");
        assertThat(client.task(ENDED).at("/result/explanation").asText()).isEqualTo("Done.");
        assertThat(client.events(ENDED)).hasSizeGreaterThan(10);
        assertThat(client.patch(ENDED)).contains("+two\n", "+kept\n");

        var ran = client.ended(RUNNING);
        assertThat(ran.at("/result/explanation").asText())
            .as(client.story(RUNNING))
            .isEqualTo("Counted.");
        assertThat(client.patch(RUNNING)).contains("+two\n+three\n", "-g\n");

        var said = Client.JSON.createObjectNode().put("text", "Go on.");
        Client.expect(202, client.post("/api/tasks/" + ENDED + "/messages", said));
        var next =
            client.when(
                ENDED,
                t ->
                    t.at("/attempts/0/turn").asInt() == 2
                        && t.path("state").asText().equals("succeeded"));
        assertThat(next.at("/result/explanation").asText()).isEqualTo("More.");
        assertThat(client.patch(ENDED)).contains("+two\n+kept\n");
      }
    } finally {
      place.remove();
    }
  }

  @Test
  void a_home_of_a_newer_version_is_refused_and_nothing_is_touched() {
    var place = Place.fresh();
    try {
      for (var version : List.of("2", "1.999")) {
        Shell.write(place.home().resolve("version"), version + "\n");
        var before = Shell.bash(place.home(), "stat -c '%n %a %Y' . *");

        assertThatThrownBy(() -> Drydock.run(place, "up"))
            .hasMessageContaining("ended with 2")
            .hasMessageContaining("was written by a newer Drydock (data version " + version);

        assertThat(Shell.bash(place.home(), "stat -c '%n %a %Y' . *")).isEqualTo(before);
      }
    } finally {
      place.remove();
    }
  }
}
