package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.SharedServer;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A task that did not end well is tried again from the beginning, beside what is left of it.
@Tag("integration")
@ExtendWith(SharedServer.class)
final class RetryTest {
  @Test
  void a_failed_task_is_tried_again_as_its_next_attempt(Drydock drydock) {
    var client = drydock.client();
    var place = drydock.place();
    var repository = Asked.repository(place, "retry", Map.of("a.txt", "one\n"));
    place.script("retry", Asked.runs("", "echo half >a.txt"));
    var id = client.create(Asked.task("Count.", repository, "retry"));
    var failed = client.ended(id);
    assertThat(failed.path("state").asText()).as(client.story(id)).isEqualTo("failed");

    place.script("retry", Asked.runs("", "echo two >>a.txt") + Asked.says("Counted."));
    var asked = client.post("/api/tasks/" + id + "/retry", Client.JSON.createObjectNode());
    assertThat(asked.status()).as(asked.text()).isEqualTo(202);

    var task = client.ended(id);
    assertThat(task.path("state").asText()).as(client.story(id)).isEqualTo("succeeded");
    assertThat(task.at("/result/explanation").asText()).isEqualTo("Counted.");
    assertThat(task.path("attempts").valueStream().map(a -> a.path("state").asText()))
        .containsExactly("failed", "succeeded");
    assertThat(client.patch(id)).endsWith("@@ -1 +1,2 @@\n one\n+two\n");
    assertThat(client.get("/api/tasks/" + id + "/diff.patch?attempt=1").text())
        .endsWith("-one\n+half\n");
  }
}
