package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Place;
import drydock.e2e.server.SharedServer;
import drydock.e2e.server.Shell;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What nothing needs goes, what is in use stays, and what went is made again.
@Tag("integration")
final class GcTest {
  @Test
  void old_work_trees_and_unused_caches_go_and_a_reply_makes_them_anew() {
    var place = Place.fresh();
    var settings = new HashMap<>(SharedServer.SETTINGS);
    settings.putAll(Map.of("DRYDOCK_KEEP", "PT0.001S", "DRYDOCK_CACHE_BYTES", "1"));
    try (var drydock = Drydock.up(place, settings)) {
      var client = drydock.client();
      place.script(
          "ended",
          Asked.runs("", "echo two >>a.txt; rm gone.txt; echo kept >b.txt")
              + Asked.says("Two.")
              + Asked.runs("", "cat b.txt >>a.txt")
              + Asked.says("Three."));
      place.script("busy", Asked.runs("", "sleep 1000"));
      var files = Map.of("a.txt", "one\n", "gone.txt", "gone\n", "setup.sh", "touch made\n");
      var ended =
          client.create(Asked.task("Do.", Asked.repository(place, "ended", files), "ended"));
      client.ended(ended);
      var used = uploaded(client, place, "used");
      var asked = Asked.task("Do.", Asked.repository(place, "busy", files), "busy");
      asked.putArray("attachments").add(used);
      var busy = client.create(asked);
      client.whenEvent(busy, e -> e.path("input").asText().contains("sleep 1000"));
      var patch = client.patch(ended);
      Shell.bash(place.home(), "mkdir -p logs/20260101_0000000000");
      var unused = uploaded(client, place, "unused");

      assertThat(kinds(client, "?dryRun=true"))
          .containsExactlyInAnyOrder("workspace", "stray", "upload", "checkout", "setup");
      assertThat(kinds(client, ""))
          .containsExactlyInAnyOrder("workspace", "stray", "upload", "checkout", "setup");
      assertThat(kinds(client, "")).isEmpty();

      assertThat(Shell.bash(place.home(), "ls uploads")).isEqualTo(used + "\n");
      var late = Client.JSON.createObjectNode().put("prompt", "Do.").put("model", "scripted/ended");
      late.putArray("attachments").add(unused);
      assertThat(client.post("/api/tasks", late).text()).contains("unknown_upload");

      assertThat(Shell.bash(place.home(), "ls -d workspaces/*-1 checkouts/*/* layers/*.git/*"))
          .doesNotContain(ended, "-ended-")
          .contains(busy, "checkouts/", "layers/");
      assertThat(Shell.bash(place.home(), "ls -A workspaces; ls logs"))
          .doesNotContain(".gone", "20260101");
      assertThat(client.patch(ended)).isEqualTo(patch);
      var said = Client.JSON.createObjectNode().put("text", "Again.");
      Client.expect(202, client.post("/api/tasks/" + ended + "/messages", said));
      var next =
          client.when(
              ended,
              t ->
                  t.at("/attempts/0/turn").asInt() == 2
                      && t.path("state").asText().equals("succeeded"));
      assertThat(next.at("/result/explanation").asText())
          .as(client.story(ended))
          .isEqualTo("Three.");
      assertThat(client.patch(ended)).contains("+two\n+kept\n", "--- a/gone.txt\n+++ /dev/null");
      assertThat(client.task(busy).path("state").asText()).isEqualTo("running");
    } finally {
      place.remove();
    }
  }

  private static String uploaded(Client client, Place place, String text) {
    var file = place.folder(text);
    Shell.write(file, text);
    return client.upload(file);
  }

  private static List<String> kinds(Client client, String query) {
    var cleaned = client.post("/api/gc" + query, Client.JSON.createObjectNode());
    return Client.expect(200, cleaned)
        .path("removed")
        .valueStream()
        .map(item -> item.path("kind").asText())
        .toList();
  }
}
