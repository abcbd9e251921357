package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.e2e.server.Asked;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Place;
import drydock.e2e.server.SharedServer;
import drydock.e2e.server.Shell;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The database may die alone; the server has it started again, and the tasks notice nothing.
@Tag("integration")
final class DatabaseTest {
  @Test
  void a_task_ends_rightly_though_the_database_is_killed_while_it_runs() {
    var place = Place.fresh();
    try (var drydock = Drydock.up(place, SharedServer.SETTINGS)) {
      var repository = Asked.repository(place, "database", Map.of("a.txt", "one\n"));
      place.script(
          "database",
          Asked.runs("", "echo two >a.txt")
              + Asked.runs("", "echo begun; sleep 8")
              + Asked.runs("", "echo three >>a.txt")
              + Asked.says("Counted."));
      place.script("other", Asked.says("Done."));
      var client = drydock.client();
      var id = client.create(Asked.task("Count.", repository, "database"));
      client.whenEvent(id, event -> event.path("input").asText().contains("begun"));

      killDatabase(place);
      // Asked for while the database is away; and when it has ended, the database is back.
      var other = client.ended(client.create(Asked.task("Say so.", repository, "other")));
      assertThat(other.path("state").asText()).isEqualTo("succeeded");
      killDatabase(place);

      var task = client.ended(id);
      assertThat(task.path("state").asText()).as(client.story(id)).isEqualTo("succeeded");
      assertThat(task.at("/result/explanation").asText()).isEqualTo("Counted.");
      assertThat(client.patch(id)).endsWith("@@ -1 +1,2 @@\n-one\n+two\n+three\n");
      var events = client.events(id);
      assertThat(events).noneMatch(event -> event.path("to").asText().equals("queued"));
      assertThat(events)
          .extracting(event -> event.path("number").asInt())
          .containsExactlyElementsOf(IntStream.rangeClosed(1, events.size()).boxed().toList());
      assertThat(events).filteredOn(DatabaseTest::isExplanation).hasSize(1);
    } finally {
      place.remove();
    }
  }

  private static boolean isExplanation(JsonNode event) {
    return event.path("type").asText().equals("explained");
  }

  private static void killDatabase(Place place) {
    Shell.bash(place.home(), "kill -9 $(head -n 1 db/data/postmaster.pid)");
  }
}
