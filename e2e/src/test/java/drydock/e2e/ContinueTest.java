package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Place;
import drydock.e2e.server.SharedServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A task that a limit stopped goes on from where it was, with more.
@Tag("integration")
@ExtendWith(SharedServer.class)
final class ContinueTest {
  @Test
  void a_task_that_used_its_tokens_up_goes_on_with_more(Drydock drydock) {
    drydock
        .place()
        .script(
            "tokens",
            // On a busy machine the next call could else begin before this one is settled.
            Asked.runs("", "echo two >a.txt; touch ~/mark; sleep 2")
                + Asked.runs("", "test -e ~/mark && echo three >>a.txt")
                + Asked.says("Counted."));
    goesOn(
        drydock, "tokens", limits().put("tokens", 10), "budget", limits().put("tokens", 900_000));
  }

  @Test
  void a_task_whose_time_is_up_goes_on_with_more(Drydock drydock) {
    drydock
        .place()
        .script(
            "time",
            Asked.runs("", "echo two >a.txt; touch ~/mark; sleep 1000")
                + Asked.runs("", "test -e ~/mark && echo three >>a.txt")
                + Asked.says("Counted."));
    goesOn(drydock, "time", limits().put("time", "PT6S"), "timeout", limits().put("time", "PT5M"));
  }

  @Test
  void a_running_task_that_is_given_more_goes_on_to_its_end(Drydock drydock) {
    var client = drydock.client();
    var repository = Asked.repository(drydock.place(), "more", Map.of("a.txt", "one\n"));
    drydock.place().script("more", Asked.runs("", "sleep 20; echo two >a.txt") + Asked.says("Ok."));
    var asked = Asked.task("Count.", repository, "more");
    asked.set("budget", limits().put("calls", 1).put("time", "PT15S"));
    var poor = client.create(asked);
    var rich = client.create(asked);
    client.whenEvent(rich, event -> event.path("type").asText().equals("tool_started"));

    more(client, rich, limits().put("calls", 5).put("time", "PT5M"), 202);
    var refused = more(client, rich, limits().put("tokens", 5), 400);

    assertThat(refused.json().path("detail").asText()).contains("no limit of budget.tokens");
    assertThat(client.ended(poor).at("/failure/cause").asText()).isEqualTo("timeout");
    var task = client.ended(rich);
    assertThat(task.path("state").asText()).as(client.story(rich)).isEqualTo("succeeded");
    assertThat(task.at("/attempts/0/turn").asInt()).isEqualTo(1);
    assertThat(raises(client, rich)).containsExactly("1 PT15S -> 6 PT5M15S");
  }

  @Test
  void what_a_running_task_was_given_survives_the_server() {
    var place = Place.fresh();
    try {
      var repository = Asked.repository(place, "kept", Map.of("a.txt", "one\n"));
      place.script("kept", Asked.runs("", "sleep 1000") + Asked.says("Ok."));
      var asked = Asked.task("Count.", repository, "kept");
      asked.set("budget", limits().put("calls", 1));
      var killed = Drydock.up(place, SharedServer.SETTINGS);
      var client = killed.client();
      var poor = client.create(asked);
      var rich = client.create(asked);
      for (var id : List.of(poor, rich)) {
        client.whenEvent(id, event -> event.path("type").asText().equals("tool_started"));
      }
      more(client, rich, limits().put("calls", 5), 202);
      killed.kill();

      try (var again = Drydock.up(place, SharedServer.SETTINGS)) {
        var anew = again.client();
        assertThat(anew.ended(poor).at("/failure/cause").asText()).isEqualTo("budget");
        assertThat(anew.ended(rich).path("state").asText())
            .as(anew.story(rich))
            .isEqualTo("succeeded");
      }
    } finally {
      place.remove();
    }
  }

  private static Client.Answer more(Client client, String id, ObjectNode more, int status) {
    var body = Client.JSON.createObjectNode();
    body.set("budget", more);
    var answer = client.post("/api/tasks/" + id + "/continue", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    return answer;
  }

  private static List<String> raises(Client client, String id) {
    return client.events(id).stream()
        .filter(event -> event.path("type").asText().equals("budget_raised"))
        .map(event -> said(event.path("from")) + " -> " + said(event.path("budget")))
        .toList();
  }

  private static String said(JsonNode budget) {
    return budget.path("calls").asText() + " " + budget.path("time").asText();
  }

  @Test
  void of_several_who_continue_at_once_one_starts_the_turn_and_none_is_half_heard(Drydock drydock)
      throws Exception {
    var client = drydock.client();
    var repository = Asked.repository(drydock.place(), "crowd", Map.of("a.txt", "one\n"));
    drydock.place().script("crowd", Asked.runs("", "sleep 2") + Asked.says("Done."));
    var asked = Asked.task("Count.", repository, "crowd");
    asked.set("budget", limits().put("tokens", 10));
    var id = client.create(asked);
    client.ended(id);
    var body = Client.JSON.createObjectNode();
    body.set("budget", limits().put("tokens", 900_000));

    var crowd = new ArrayList<Callable<Integer>>();
    // More of either kind than transactions at once: those with a key wait in one already.
    for (var i = 0; i < 15; i++) {
      var key = "continue-" + i;
      crowd.add(() -> client.post("/api/tasks/" + id + "/continue", body).status());
      crowd.add(() -> client.post("/api/tasks/" + id + "/continue", body, key).status());
    }
    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(crowd)) {
        statuses.add(answer.get());
      }
    }

    assertThat(statuses).hasSize(30).contains(202).containsOnly(202, 409);
    assertThat(client.ended(id).at("/attempts/0/turn").asInt()).isEqualTo(2);
    // Whoever comes when it is queued again raises its limits: each as often as it was told so.
    assertThat(raises(client, id)).hasSize(Collections.frequency(statuses, 202));
    var last = client.get("/logs/" + id + "/gateway.jsonl").text().lines().toList().getLast();
    assertThat(last.split("You were stopped by a limit", -1)).hasSize(2);
  }

  private static void goesOn(
      Drydock drydock, String name, ObjectNode first, String cause, ObjectNode more) {
    var client = drydock.client();
    var repository = Asked.repository(drydock.place(), name, Map.of("a.txt", "one\n"));
    var asked = Asked.task("Count.", repository, name);
    asked.set("budget", first);
    var id = client.create(asked);
    assertThat(client.ended(id).at("/failure/cause").asText())
        .as(client.story(id))
        .isEqualTo(cause);
    assertThat(client.patch(id)).endsWith("-one\n+two\n");

    var body = Client.JSON.createObjectNode();
    body.set("budget", more);
    var answer = client.post("/api/tasks/" + id + "/continue", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);

    var task = client.ended(id);
    assertThat(task.path("state").asText()).as(client.story(id)).isEqualTo("succeeded");
    assertThat(task.at("/attempts/0/turn").asInt()).isEqualTo(2);
    assertThat(client.patch(id)).endsWith("@@ -1 +1,2 @@\n-one\n+two\n+three\n");
    assertThat(client.post("/api/tasks/" + id + "/continue", body).status()).isEqualTo(409);
  }

  private static ObjectNode limits() {
    return Client.JSON.createObjectNode();
  }
}
