package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Inside;
import drydock.e2e.server.SharedServer;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An agent may die at any time; another goes on where it was.
@Tag("integration")
@ExtendWith(SharedServer.class)
final class AgentDeathTest {
  /// The first process of a sandbox takes all others with it.
  @ParameterizedTest
  @CsvSource({"the agent, acp", "the sandbox, init"})
  void another_goes_on_with_no_model_call_more(String who, String word, Drydock drydock) {
    var client = drydock.client();
    var name = who.replace(' ', '-') + "-dies";
    var repository = Asked.repository(drydock.place(), name, Map.of("a.txt", "one\n"));
    drydock
        .place()
        .script(
            name,
            Asked.runs("", "echo two >a.txt")
                + Asked.runs("", "sleep 1000")
                + Asked.runs("", "echo three >>a.txt")
                + Asked.says("Counted."));
    var id = client.create(Asked.task("Count.", repository, name));
    client.whenEvent(id, event -> event.path("input").asText().contains("sleep 1000"));

    var killed = Inside.processes(id, word);
    assertThat(killed).isNotEmpty();
    killed.forEach(ProcessHandle::destroyForcibly);

    var task = client.ended(id);
    assertThat(task.path("state").asText()).as(client.story(id)).isEqualTo("succeeded");
    assertThat(task.at("/result/explanation").asText()).isEqualTo("Counted.");
    assertThat(client.patch(id)).endsWith("@@ -1 +1,2 @@\n-one\n+two\n+three\n");
    var calls = client.get("/logs/" + id + "/gateway.jsonl").text().lines().toList();
    assertThat(calls).hasSize(4);
    var told = Client.parse(calls.get(2)).path("request").path("messages");
    assertThat(told.get(told.size() - 1).path("content").asText())
        .isEqualTo("interrupted: the result is unknown; look before you repeat it");
    assertThat(client.events(id)).anyMatch(AgentDeathTest::tellsOfAnother);
  }

  @Test
  void another_is_told_in_its_first_turn_what_the_dead_one_had_not_heard(Drydock drydock) {
    var client = drydock.client();
    var repository = Asked.repository(drydock.place(), "deaf", Map.of("a.txt", "one\n"));
    drydock
        .place()
        .script(
            "deaf",
            Asked.runs("", "sleep 1000") + Asked.runs("", "sleep 2") + Asked.says("Counted."));
    var id = client.create(Asked.task("Count.", repository, "deaf"));
    client.whenEvent(id, event -> event.path("input").asText().contains("sleep 1000"));
    var word = Client.JSON.createObjectNode().put("text", "Make it green.");
    Client.expect(202, client.post("/api/tasks/" + id + "/messages", word));

    Inside.processes(id, "acp").forEach(ProcessHandle::destroyForcibly);

    assertThat(client.ended(id).at("/result/explanation").asText()).isEqualTo("Counted.");
    var calls = client.get("/logs/" + id + "/gateway.jsonl").text().lines().toList();
    assertThat(calls).hasSize(3);
    assertThat(Client.parse(calls.getLast()).path("request").toString()).contains("Make it green.");
  }

  @Test
  void one_that_dies_again_and_again_without_getting_on_fails_the_task(Drydock drydock) {
    var client = drydock.client();
    var repository = Asked.repository(drydock.place(), "dies", Map.of("a.txt", "one\n"));
    drydock
        .place()
        .script(
            "dies",
            Asked.runs("", "echo two >a.txt")
                + Asked.runs("", "kill -9 $PPID; sleep 1000").repeat(9));
    var id = client.create(Asked.task("Count.", repository, "dies"));

    var task = client.ended(id);

    assertThat(task.path("state").asText()).as(client.story(id)).isEqualTo("failed");
    assertThat(task.at("/failure/cause").asText()).isEqualTo("agent_failed");
    assertThat(client.patch(id)).endsWith("-one\n+two\n");
    assertThat(client.events(id).stream().filter(AgentDeathTest::tellsOfAnother)).hasSize(2);
  }

  private static boolean tellsOfAnother(JsonNode event) {
    return event.path("text").asText().endsWith("another goes on where it was");
  }
}
