package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.SharedServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A task can be canceled wherever it is, and keeps what it did.
@Tag("integration")
@ExtendWith(SharedServer.class)
final class CancelTest {
  private static final int CAPACITY =
      Integer.parseInt(SharedServer.SETTINGS.get("DRYDOCK_CAPACITY"));

  @Test
  void a_task_is_canceled_in_a_tool_call_and_in_the_queue(Drydock drydock) {
    var client = drydock.client();
    var repository = Asked.repository(drydock.place(), "cancel", Map.of("a.txt", "one\n"));
    drydock
        .place()
        .script("cancel", Asked.runs("", "echo two >a.txt", "sleep 1000") + Asked.says("Never."));
    var running =
        Stream.generate(() -> submit(client, repository, "cancel")).limit(CAPACITY).toList();
    running.forEach(id -> client.whenEvent(id, CancelTest::isSleeping));

    var queued = submit(client, repository, "cancel");
    assertThat(client.task(queued).at("/queue/position").asInt()).isEqualTo(1);
    cancel(client, queued);
    var never = client.ended(queued);
    assertThat(never.path("state").asText()).isEqualTo("canceled");
    assertThat(never.at("/attempts/0/phases")).isEmpty();
    assertThat(client.patch(queued)).isEmpty();

    running.forEach(id -> cancel(client, id));
    for (var id : running) {
      assertThat(client.ended(id).path("state").asText())
          .as(client.story(id))
          .isEqualTo("canceled");
      assertThat(client.patch(id))
          .isEqualTo(
              """
              diff --git a/a.txt b/a.txt
              index 5626abf0f72e58d7a153368ba57db4c673c0e171..f719efd430d52bcfc8566a43b2eb655688d38871 100644
              --- a/a.txt
              +++ b/a.txt
              @@ -1 +1 @@
              -one
              +two
              """);
    }
  }

  @Test
  void a_task_is_canceled_in_set_up(Drydock drydock) {
    var client = drydock.client();
    var files = Map.of("setup.sh", "echo begun\nsleep 1000\n");
    var repository = Asked.repository(drydock.place(), "cancel-setup", files);
    drydock.place().script("cancel-setup", Asked.says("Never."));
    var id = submit(client, repository, "cancel-setup");
    client.whenEvent(id, event -> event.path("text").asText().contains("begun"));

    cancel(client, id);

    assertThat(client.ended(id).path("state").asText()).as(client.story(id)).isEqualTo("canceled");
    assertThat(client.patch(id)).isEmpty();
    assertThat(client.events(id))
        .noneMatch(event -> event.path("type").asText().equals("agent_said"));
  }

  private static boolean isSleeping(JsonNode event) {
    return event.path("type").asText().equals("tool_started")
        && event.path("input").asText().contains("sleep 1000");
  }

  private static String submit(Client client, Path repository, String model) {
    return client.create(Asked.task("Wait.", repository, model));
  }

  private static void cancel(Client client, String id) {
    var answer = client.post("/api/tasks/" + id + "/cancel", Client.JSON.createObjectNode());
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
  }
}
