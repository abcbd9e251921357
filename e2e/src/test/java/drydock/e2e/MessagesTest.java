package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.SharedServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What people say to a task: while it runs, and after its end.
@Tag("integration")
@ExtendWith(SharedServer.class)
final class MessagesTest {
  @Test
  void a_message_is_seen_before_the_next_model_call_and_one_after_the_end_goes_on(Drydock drydock) {
    var client = drydock.client();
    var repository = Asked.repository(drydock.place(), "talk", Map.of("a.txt", "one\n"));
    drydock
        .place()
        .script(
            "talk",
            Asked.runs("", "echo two >a.txt; sleep 6")
                + Asked.says("Two it is.")
                + Asked.runs("", "cat a.txt; echo three >>a.txt; echo kept >~/kept")
                + Asked.says("Three, too."));
    var id = client.create(Asked.task("Count.", repository, "talk"));
    client.whenEvent(id, event -> event.path("type").asText().equals("tool_started"));

    say(client, id, "Make it green.");

    assertThat(client.ended(id).at("/result/explanation").asText()).isEqualTo("Two it is.");
    assertThat(seen(client, id)).containsExactly(false, true);

    say(client, id, "And now three.");

    var task =
        client.when(
            id,
            t ->
                t.at("/attempts/0/turn").asInt() == 2
                    && t.path("state").asText().equals("succeeded"));
    assertThat(task.at("/result/explanation").asText()).isEqualTo("Three, too.");
    assertThat(client.patch(id))
        .as(client.story(id))
        .endsWith("@@ -1 +1,2 @@\n-one\n+two\n+three\n");
    assertThat(seen(client, id)).containsExactly(false, true, true, true);
    var last = calls(client, id).getLast().path("request").toString();
    assertThat(last).contains("Count.", "Two it is.", "And now three.");
  }

  @Test
  void a_message_during_set_up_is_in_the_first_model_call(Drydock drydock) {
    var client = drydock.client();
    var repository = Asked.repository(drydock.place(), "patient", Map.of("setup.sh", "sleep 5"));
    drydock.place().script("patient", Asked.says("Green it is."));
    var id = client.create(Asked.task("Paint.", repository, "patient"));
    client.when(id, task -> task.path("state").asText().equals("setting_up"));

    say(client, id, "Make it green.");
    client.when(id, task -> task.path("state").asText().equals("succeeded"));

    assertThat(seen(client, id)).containsExactly(true);
  }

  /// For each model call whether it was told to make it green.
  private static List<Boolean> seen(Client client, String id) {
    return calls(client, id).stream()
        .map(call -> call.path("request").toString().contains("Make it green."))
        .toList();
  }

  private static List<JsonNode> calls(Client client, String id) {
    var answer = client.get("/logs/" + id + "/gateway.jsonl");
    return answer.text().lines().map(Client::parse).toList();
  }

  private static void say(Client client, String id, String text) {
    var said = Client.JSON.createObjectNode().put("text", text);
    Client.expect(202, client.post("/api/tasks/" + id + "/messages", said));
  }
}
