package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Inside;
import drydock.e2e.server.Place;
import drydock.e2e.server.SharedServer;
import drydock.e2e.server.Shell;
import drydock.e2e.server.Waiting;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Work that was done is kept twice: in the attempt's folders, and at its last checkpoint.
@Tag("integration")
final class CheckpointTest {
  private static final String HARD =
      "mkdir -p deep/er; echo x >deep/er/new; ln -s ../a.txt deep/link; rm b.txt; head -c 999 /dev/zero >zeros; chmod +x a.txt";

  @Test
  void an_attempt_whose_folders_were_lost_goes_on_from_its_last_checkpoint() {
    var place = Place.fresh();
    try {
      var repository = Asked.repository(place, "lost", Map.of("a.txt", "one\n", "b.txt", "gone\n"));
      place.script(
          "lost",
          Asked.runs("", "echo two >a.txt; " + HARD)
              + Asked.runs("", "sleep 1000 || true")
              + Asked.runs("", "echo three >>a.txt")
              + Asked.says("Counted."));
      place.script(
          "kept",
          Asked.runs("", "echo two >a.txt; " + HARD + "; echo three >>a.txt")
              + Asked.says("Counted."));
      var first = Drydock.up(place, SharedServer.SETTINGS);
      var undisturbed = first.client().create(Asked.task("Count.", repository, "kept"));
      first.client().ended(undisturbed);
      var id = first.client().create(Asked.task("Count.", repository, "lost"));
      Waiting.until(
          Duration.ofSeconds(60),
          () ->
              Files.exists(place.home().resolve("checkpoints/" + id + "-1/memory.json")) ? 1 : null,
          () -> first.client().story(id));
      first.client().whenEvent(id, event -> event.path("input").asText().contains("sleep 1000"));
      first.kill();
      Shell.bash(place.home(), "rm -rf workspaces/" + id + "-1");

      try (var again = Drydock.up(place, SharedServer.SETTINGS)) {
        var client = again.client();
        // A call that the last checkpoint knew of was interrupted; another is asked for again.
        client.when(
            id,
            shown -> {
              Inside.processes(id, "1000").forEach(ProcessHandle::destroyForcibly);
              return shown.has("endedAt");
            });
        var task = client.ended(id);
        assertThat(task.path("state").asText()).as(client.story(id)).isEqualTo("succeeded");
        assertThat(task.at("/result/explanation").asText()).isEqualTo("Counted.");
        assertThat(client.patch(id)).isEqualTo(client.patch(undisturbed)).contains("deep/link");
        assertThat(client.get("/logs/" + id + "/gateway.jsonl").text().lines())
            .hasSizeBetween(4, 5);
      }
    } finally {
      place.remove();
    }
  }

  @Test
  @ExtendWith(SharedServer.class)
  void a_follow_up_goes_on_when_the_folders_are_long_gone(Drydock drydock) {
    var client = drydock.client();
    var place = drydock.place();
    var repository = Asked.repository(place, "later", Map.of("a.txt", "one\n"));
    place.script(
        "later",
        Asked.runs("", "echo two >>a.txt")
            + Asked.says("Counted.")
            + Asked.runs("", "echo three >>a.txt")
            + Asked.says("Counted on."));
    var id = client.create(Asked.task("Count.", repository, "later"));
    client.ended(id);
    Shell.bash(place.home(), "rm -rf workspaces/" + id + "-1");
    assertThat(client.get("/api/tasks/" + id + "/tree.zip").status()).isEqualTo(200);
    var blob = "/api/tasks/" + id + "/blob?path=";
    assertThat(client.get(blob + "a.txt&side=old").text()).isEqualTo("one\n");
    assertThat(client.get(blob + "a.txt&side=new").text()).isEqualTo("one\ntwo\n");
    assertThat(client.get(blob + "b.txt").status()).isEqualTo(404);
    assertThat(client.get(blob + "../a.txt").status()).isEqualTo(404);

    var more = Client.JSON.createObjectNode().put("text", "Go on.");
    Client.expect(202, client.post("/api/tasks/" + id + "/messages", more));

    var task =
        client.when(id, found -> found.at("/result/explanation").asText().equals("Counted on."));
    assertThat(task.path("state").asText()).as(client.story(id)).isNotEqualTo("failed");
    client.ended(id);
    assertThat(client.patch(id)).endsWith("@@ -1 +1,3 @@\n one\n+two\n+three\n");
    assertThat(client.get("/logs/" + id + "/gateway.jsonl").text().lines()).hasSize(4);
  }

  @Test
  @ExtendWith(SharedServer.class)
  void a_checkpoint_whose_session_is_damaged_says_so_and_the_agent_is_told_all_again(
      Drydock drydock) {
    var client = drydock.client();
    var place = drydock.place();
    var repository = Asked.repository(place, "damaged", Map.of("a.txt", "one\n"));
    place.script("damaged", Asked.says("Counted."));
    var id = client.create(Asked.task("Count.", repository, "damaged"));
    client.ended(id);
    Shell.bash(
        place.home(),
        "rm -rf workspaces/%1$s-1; sed -i 1s/./x/ checkpoints/%1$s-1/session".formatted(id));

    var more = Client.JSON.createObjectNode().put("text", "Go on.");
    Client.expect(202, client.post("/api/tasks/" + id + "/messages", more));

    var note = client.whenEvent(id, e -> e.path("text").asText().contains("earlier session"));
    assertThat(note.path("text").asText())
        .isEqualTo(
            "the agent could not load its earlier session and starts a new one:"
                + " the session's file is damaged in line 1");
    client.when(id, t -> t.at("/attempts/0/turn").asInt() == 2);
    client.ended(id);
    var calls = client.get("/logs/" + id + "/gateway.jsonl").text().lines().toList();
    assertThat(calls.getLast()).contains("Count.", "Go on.");
  }
}
