package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.bench.Orphans;
import drydock.e2e.server.Asked;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Place;
import drydock.e2e.server.SharedServer;
import drydock.e2e.server.Shell;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A server may die at any time; what it was doing goes on when it is back.
@Tag("integration")
final class RestartTest {
  @Test
  void a_killed_server_ends_its_attempts_right_when_it_is_back() {
    var place = Place.fresh();
    try {
      var repository = Asked.repository(place, "restart", Map.of("a.txt", "one\n"));
      place.script(
          "restart",
          Asked.runs("", "echo two >a.txt")
              + Asked.runs("", "sleep 1000")
              + Asked.runs("", "echo three >>a.txt")
              + Asked.says("Counted."));
      var id = begunAndKilled(place, repository);

      for (var unfinished : List.of("mirrors/new/x.git/HEAD", "uploads/incoming1.new")) {
        Shell.write(place.home().resolve(unfinished), "half");
      }

      var again = Drydock.up(place, SharedServer.SETTINGS);
      assertThat(Shell.bash(place.home(), "find mirrors/new uploads -mindepth 1")).isEmpty();
      var client = again.client();
      var task = client.ended(id);
      assertThat(task.path("state").asText()).as(client.story(id)).isEqualTo("succeeded");
      assertThat(task.at("/result/explanation").asText()).isEqualTo("Counted.");
      assertThat(client.patch(id)).endsWith("@@ -1 +1,2 @@\n-one\n+two\n+three\n");
      assertThat(client.get("/logs/" + id + "/gateway.jsonl").text().lines()).hasSize(4);
      assertThat(client.events(id))
          .anyMatch(event ->
              event.path("to").asText().equals("queued")
                  && event.path("reason").asText().contains("server was restarted"));
      again.close();

      assertThat(new Orphans(again.installation(), place.home()).found()).isEmpty();
    } finally {
      place.remove();
    }
  }

  private static String begunAndKilled(Place place, java.nio.file.Path repository) {
    var drydock = Drydock.up(place, SharedServer.SETTINGS);
    var client = drydock.client();
    var id = client.create(Asked.task("Count.", repository, "restart"));
    client.whenEvent(id, event -> event.path("input").asText().contains("sleep 1000"));
    drydock.kill();
    return id;
  }
}
