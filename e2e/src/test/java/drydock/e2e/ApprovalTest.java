package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Inside;
import drydock.e2e.server.Place;
import drydock.e2e.server.SharedServer;
import drydock.e2e.server.Shell;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Where the operator wants to be asked, an agent asks before it acts, and waits.
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ApprovalTest {
  /// Asks for two things at once, and says what it was answered.
  private static final String FOREIGN =
      """
      ask() {
        printf '{"jsonrpc":"2.0","id":"%s","method":"session/request_permission","params":' "$1"
        printf '{"sessionId":"one","toolCall":{"toolCallId":"%s","title":"%s","kind":"fetch"},' "$1" "$1"
        printf '"options":[{"optionId":"yes","name":"Yes","kind":"allow_once"},'
        printf '{"optionId":"no","name":"No","kind":"reject_once"}]}}\\n'
      }
      while read -r line; do
        id=$(sed -E 's/.*"id":([0-9]+).*/\\1/' <<<"$line")
        case $line in
          *'"initialize"'*) answer='"result":{"protocolVersion":1,"agentCapabilities":{}}' ;;
          *'"session/new"'*) answer='"result":{"sessionId":"one"}' ;;
          *'"session/prompt"'*)
            ask north; ask south
            read -r first; read -r second
            north=$(grep -h north <<<"$first"$'\\n'"$second" | grep -oE '"optionId":"(yes|no)"' | tr -d '"')
            south=$(grep -h south <<<"$first"$'\\n'"$second" | grep -oE '"optionId":"(yes|no)"' | tr -d '"')
            printf '{"jsonrpc":"2.0","method":"session/update","params":{"sessionId":"one","update":'
            printf '{"sessionUpdate":"agent_message_chunk","content":{"type":"text","text":"%s"}}}}\\n' "$north $south"
            answer='"result":{"stopReason":"end_turn"}' ;;
          *) answer='"error":{"code":-32601,"message":"not known"}' ;;
        esac
        printf '{"jsonrpc":"2.0","id":%s,%s}\\n' "$id" "$answer"
      done
      """;

  private static final String KEY = "sk-known-to-drydock-5b21c0de";

  private Place place;
  private Drydock drydock;
  private Client client;

  @BeforeAll
  void begin() {
    place = Place.fresh();
    Shell.write(place.folder("agent").resolve("agent.sh"), FOREIGN);
    var mount = place.folder("agent").toString();
    Shell.write(
        place.home().resolve("drydock.yaml"),
        "agents: {foreign: {command: [bash, %s/agent.sh], mount: [%s]}}\n".formatted(mount, mount));
    start();
  }

  private void start() {
    var settings = new HashMap<>(SharedServer.SETTINGS);
    settings.put("DRYDOCK_COMMANDS", "ask");
    settings.put("OPENAI_API_KEY", KEY);
    settings.put("DRYDOCK_APPROVAL_TIMEOUT", "PT40S");
    drydock = Drydock.up(place, settings);
    client = drydock.client();
  }

  @AfterAll
  void stop() {
    drydock.close();
    place.remove();
  }

  @Test
  void what_is_allowed_is_done_and_what_is_denied_is_not() {
    place.script(
        "ask",
        Asked.runs("", "echo two >a.txt")
            + Asked.runs("", "echo three >>a.txt")
            + Asked.says("Counted."));
    var id = client.create(Asked.task("Count.", repository("ask"), "ask"));

    var asked = waiting(id);
    assertThat(asked.path("kind").asText()).isEqualTo("execute");
    assertThat(asked.path("subject").asText()).isEqualTo("echo two >a.txt");
    assertThat(client.task(id).path("state").asText()).isEqualTo("waiting");
    assertThat(Client.expect(200, client.get("/api/system")).path("running").asInt()).isPositive();
    var answered = Client.expect(202, answer(id, asked, "allow"));
    assertThat(answered.path("state").asText()).isEqualTo("running");
    assertThat(answer(id, asked, "deny").status()).as("answered twice").isEqualTo(409);

    var second = waiting(id);
    var denial = client.post(path(id, second), decision("deny"), "a-key");
    assertThat(denial.status()).as(denial.text()).isEqualTo(202);
    assertThat(client.post(path(id, second), decision("deny"), "a-key"))
        .as("the same request again")
        .isEqualTo(denial);
    var task = client.ended(id);
    assertThat(task.path("state").asText()).as(client.story(id)).isEqualTo("succeeded");
    assertThat(client.patch(id)).endsWith("-one\n+two\n");
    assertThat(client.get("/logs/" + id + "/gateway.jsonl").text())
        .contains("denied (by operator). It was not done.");
    assertThat(answer(id, asked, "allow").status()).as("of an ended task").isEqualTo(409);
  }

  @Test
  void nobody_answers_and_the_clock_of_the_task_stands_still() {
    place.script("late", Asked.runs("", "echo two >a.txt") + Asked.says("Left alone."));
    var asked = Asked.task("Count.", repository("late"), "late");
    asked.putObject("budget").put("time", "PT12S");
    var id = client.create(asked);

    var task = client.ended(id);

    assertThat(task.path("state").asText()).as(client.story(id)).isEqualTo("succeeded");
    assertThat(client.patch(id)).isEmpty();
    assertThat(client.events(id))
        .anyMatch(event ->
            event.path("type").asText().equals("approval_answered")
                && event.at("/actor/kind").asText().equals("system")
                && event.path("reason").asText().equals("nobody answered within PT40S"));
    assertThat(client.get("/logs/" + id + "/gateway.jsonl").text())
        .contains("denied (nobody answered within PT40S)");
  }

  @Test
  void an_answer_is_remembered_for_the_very_same_in_the_same_repository() {
    place.script(
        "again",
        Asked.runs("", "echo two >a.txt") + Asked.runs("", "true") + Asked.says("Counted."));
    var repository = repository("again");
    var id = client.create(Asked.task("Count.", repository, "again"));
    var asked = waiting(id);
    Client.expect(
        202, client.post(path(id, asked), decision("allow").put("remember", "repository")));
    Client.expect(202, answer(id, waiting(id), "allow"));
    client.ended(id);

    var next = client.create(Asked.task("Count.", repository, "again"));
    assertThat(waiting(next).path("subject").asText()).isEqualTo("true");
    Client.expect(202, answer(next, waiting(next), "allow"));
    client.ended(next);
    var rule = Client.expect(200, client.get("/api/rules")).at("/rules/0");
    assertThat(rule.path("subject").asText()).isEqualTo("echo two >a.txt");

    assertThat(client.delete("/api/rules/" + rule.path("id").asText()).status()).isEqualTo(204);
    var last = client.create(Asked.task("Count.", repository, "again"));
    assertThat(waiting(last).path("subject").asText()).isEqualTo("echo two >a.txt");
    cancel(last);
    assertThat(client.ended(last).path("state").asText()).isEqualTo("canceled");
    assertThat(client.task(last).path("approvals")).isEmpty();
  }

  @Test
  void what_holds_a_secret_can_be_allowed_and_is_not_remembered() {
    place.script("secret", Asked.runs("", "echo " + KEY + " >a.txt") + Asked.says("Told."));
    var id = client.create(Asked.task("Tell.", repository("secret"), "secret"));
    var asked = waiting(id);
    assertThat(asked.path("subject").asText()).isEqualTo("echo *** >a.txt");

    var refused = client.post(path(id, asked), decision("allow").put("remember", "repository"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("holds a secret, which is not remembered");

    Client.expect(202, answer(id, asked, "allow"));
    assertThat(client.ended(id).path("state").asText()).as(client.story(id)).isEqualTo("succeeded");
  }

  @Test
  void an_agent_that_dies_while_it_waits_is_followed_by_one_that_asks_again() {
    place.script("dies", Asked.runs("", "echo two >a.txt") + Asked.says("Counted."));
    var id = client.create(Asked.task("Count.", repository("dies"), "dies"));
    assertThat(waiting(id).path("id").asText()).isEqualTo("1-1");

    Inside.processes(id, "acp").forEach(ProcessHandle::destroyForcibly);

    client.when(id, task -> task.at("/approvals/0/id").asText().equals("1-2"));
    Client.expect(202, answer(id, waiting(id), "allow"));
    assertThat(client.ended(id).path("state").asText()).as(client.story(id)).isEqualTo("succeeded");
    assertThat(client.patch(id)).endsWith("-one\n+two\n");
    assertThat(client.get("/logs/" + id + "/gateway.jsonl").text().lines()).hasSize(2);
  }

  /// Whether the agent had heard of the answer when the server died or not: nobody is asked twice.
  @Test
  void an_answer_given_right_before_the_server_dies_counts() {
    place.script("last", Asked.runs("", "echo two >a.txt") + Asked.says("Counted."));
    var id = client.create(Asked.task("Count.", repository("last"), "last"));
    Client.expect(202, answer(id, waiting(id), "allow"));
    drydock.kill();
    start();

    assertThat(client.ended(id).path("state").asText()).as(client.story(id)).isEqualTo("succeeded");
    assertThat(client.events(id).stream().map(event -> event.path("type").asText()))
        .as(client.story(id))
        .containsOnlyOnce("approval_asked", "approval_answered");
  }

  @Test
  void a_server_that_is_stopped_while_a_task_waits_asks_again_when_it_is_back() {
    place.script("stop", Asked.runs("", "echo two >a.txt") + Asked.says("Counted."));
    var id = client.create(Asked.task("Count.", repository("stop"), "stop"));
    waiting(id);
    drydock.close();
    start();

    client.when(id, task -> task.at("/approvals/0/id").asText().equals("1-2"));
    Client.expect(202, answer(id, waiting(id), "allow"));
    client.ended(id);
    assertThat(client.patch(id)).as(client.story(id)).endsWith("-one\n+two\n");
    assertThat(client.get("/logs/" + id + "/gateway.jsonl").text().lines()).hasSize(2);
  }

  @Test
  void an_agent_of_somebody_else_s_may_ask_for_several_things_at_once() {
    place.script("foreign", Asked.says("Never asked."));
    var id =
        client.create(Asked.task("Go.", repository("foreign"), "foreign").put("agent", "foreign"));
    var both = client.when(id, task -> task.path("approvals").size() == 2).path("approvals");

    Client.expect(202, answer(id, both.path(1), "allow"));
    assertThat(client.task(id).path("state").asText()).isEqualTo("waiting");
    Client.expect(202, answer(id, both.path(0), "deny"));

    var told = client.ended(id).at("/result/explanation").asText();
    var allowed = both.path(1).path("subject").asText();
    assertThat(told)
        .as(client.story(id))
        .isEqualTo(
            allowed.equals("south") ? "optionId:no optionId:yes" : "optionId:yes optionId:no");
  }

  @Test
  void nothing_a_repository_brings_allows_what_the_operator_wants_to_see() {
    var files =
        Map.of(
            "a.txt", "one\n",
            ".drydock/environment.yaml", "commands: {policy: open, allow: ['echo two >a.txt']}\n");
    place.script("sly", Asked.runs("", "echo two >a.txt") + Asked.says("Counted."));
    var id = client.create(Asked.task("Count.", Asked.repository(place, "sly", files), "sly"));

    assertThat(waiting(id).path("subject").asText()).isEqualTo("echo two >a.txt");
    cancel(id);
    client.ended(id);
    assertThat(client.patch(id)).isEmpty();
  }

  private Path repository(String name) {
    return Asked.repository(place, name, Map.of("a.txt", "one\n"));
  }

  private JsonNode waiting(String id) {
    return client.when(id, task -> task.path("approvals").size() == 1).at("/approvals/0");
  }

  private Client.Answer answer(String id, JsonNode approval, String decision) {
    return client.post(path(id, approval), decision(decision));
  }

  private static String path(String id, JsonNode approval) {
    return "/api/tasks/" + id + "/approvals/" + approval.path("id").asText();
  }

  private static ObjectNode decision(String decision) {
    return Client.JSON.createObjectNode().put("decision", decision);
  }

  private void cancel(String id) {
    Client.expect(202, client.post("/api/tasks/" + id + "/cancel", Client.JSON.createObjectNode()));
  }
}
