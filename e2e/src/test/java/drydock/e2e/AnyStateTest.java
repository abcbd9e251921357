package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.app.bench.Orphans;
import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Inside;
import drydock.e2e.server.Place;
import drydock.e2e.server.SharedServer;
import drydock.e2e.server.Shell;
import drydock.e2e.server.SlowHost;
import drydock.e2e.server.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whatever is killed with the server, and in whatever state a task is then: it goes on when the
/// server is back, and ends as if nothing had happened.
@Tag("integration")
final class AnyStateTest {
  /// Where a task is when it happens. What holds it there is let go afterwards.
  private enum Moment {
    PREPARING,
    SETTING_UP,
    MODEL_CALL,
    TOOL_CALL,
    /// Its agent asks a person; after the return it asks again.
    WAITING,
    COLLECTING,
    /// There is no place for it beside the others.
    QUEUED
  }

  private static final String HOLD = "sleep 1000 || true; ";

  private enum Victims {
    SERVER,
    SERVER_AND_AGENTS,
    SERVER_AND_DATABASE,
    ALL
  }

  @Test
  void the_server_alone() {
    killed(Victims.SERVER);
  }

  @Test
  void the_server_with_the_agents() {
    killed(Victims.SERVER_AND_AGENTS);
  }

  @Test
  void the_server_with_its_database() {
    killed(Victims.SERVER_AND_DATABASE);
  }

  @Test
  void all_of_them() {
    killed(Victims.ALL);
  }

  private static void killed(Victims victims) {
    var place = Place.fresh();
    var settings = new HashMap<>(SharedServer.SETTINGS);
    settings.put("DRYDOCK_CAPACITY", String.valueOf(Moment.values().length - 1));
    var repository = Asked.repository(place, "count", Map.of("a.txt", "one\n"));
    var asking =
        Asked.repository(
            place,
            "asking",
            Map.of("a.txt", "one\n", ".drydock/environment.yaml", "commands: {policy: ask}\n"));
    Shell.bash(
        place.root(),
        "git clone -q --bare repos/count hosted/count.git && git -C hosted/count.git update-server-info");
    try (var host = new SlowHost(place.folder("hosted"))) {
      scripts(place);
      var first = Drydock.up(place, settings);
      var ids = begun(first.client(), repository, asking, host);
      kill(victims, first, ids);

      host.answerFromNowOn();
      var again = Drydock.up(place, settings);
      ids.forEach((moment, id) -> assertThatItEnds(again.client(), moment, id));
      again.close();

      assertThat(new Orphans(again.installation(), place.home()).found()).isEmpty();
    } finally {
      place.remove();
    }
  }

  private static void scripts(Place place) {
    var last = Asked.runs("", "echo three >>a.txt") + Asked.says("Counted.");
    place.script("count", Asked.runs("", "echo two >a.txt") + last);
    place.script("tool", Asked.runs("", "echo two >a.txt") + Asked.runs("", "sleep 1000") + last);
    // Long enough for the kill to come first.
    var slow =
        Asked.runs("", "echo two >a.txt").replace("{\"reply\"", "{\"delayMs\":4000,\"reply\"");
    place.script("slow", slow + last);
  }

  /// Tasks that are at all the moments at once.
  ///
  /// @param asking a repository where nothing is done unasked
  private static Map<Moment, String> begun(
      Client client, Path repository, Path asking, SlowHost host) {
    var ids = new EnumMap<Moment, String>(Moment.class);
    var far = Asked.task("Count.", repository, "count");
    far.putObject("repo").put("url", host.url("count.git"));
    ids.put(Moment.PREPARING, client.create(far));
    var inside =
        Map.of(
            Moment.SETTING_UP,
            client.create(setUp(repository)),
            Moment.TOOL_CALL,
            client.create(Asked.task("Count.", repository, "tool")),
            Moment.COLLECTING,
            client.create(
                Asked.task("Count.", repository, "count").put("check", HOLD + "test -e a.txt")));
    ids.putAll(inside);
    Waiting.until(
        Duration.ofSeconds(60),
        () ->
            (host.wasAsked() && inside.values().stream().noneMatch(id -> holds(id).isEmpty()))
                ? true
                : null,
        () -> ids.values().stream().map(client::story).toList().toString());
    var slow = client.create(Asked.task("Count.", repository, "slow"));
    client.whenEvent(slow, event -> event.path("to").asText().equals("running"));
    ids.put(Moment.MODEL_CALL, slow);
    var waiting = client.create(Asked.task("Count.", asking, "count"));
    client.when(waiting, task -> task.path("state").asText().equals("waiting"));
    ids.put(Moment.WAITING, waiting);
    ids.put(Moment.QUEUED, client.create(Asked.task("Count.", repository, "count")));
    ids.forEach((moment, id) ->
        assertThat(client.task(id).path("state").asText())
            .as(() -> client.story(id))
            .isEqualTo(
                switch (moment) {
                  case MODEL_CALL, TOOL_CALL -> "running";
                  case QUEUED, PREPARING, SETTING_UP, WAITING, COLLECTING ->
                      moment.name().toLowerCase(Locale.ROOT);
                }));
    return ids;
  }

  private static ObjectNode setUp(Path repository) {
    var task = Asked.task("Count.", repository, "count");
    task.putObject("environment").put("setup", HOLD + "test -e a.txt");
    return task;
  }

  private static List<ProcessHandle> holds(String id) {
    return Inside.processes(id, "1000");
  }

  private static void kill(Victims victims, Drydock drydock, Map<Moment, String> ids) {
    var agents = ids.values().stream().flatMap(id -> Inside.processes(id, "acp").stream()).toList();
    assertThat(agents).hasSizeGreaterThanOrEqualTo(2);
    var database = "kill -9 $(head -n 1 db/data/postmaster.pid)";
    drydock.kill();
    switch (victims) {
      case SERVER -> {}
      case SERVER_AND_AGENTS -> agents.forEach(ProcessHandle::destroyForcibly);
      case SERVER_AND_DATABASE -> Shell.bash(drydock.place().home(), database);
      case ALL -> {
        agents.forEach(ProcessHandle::destroyForcibly);
        Shell.bash(drydock.place().home(), database);
      }
    }
  }

  private static void assertThatItEnds(Client client, Moment moment, String id) {
    var task =
        client.when(
            id,
            found -> {
              holds(id).forEach(ProcessHandle::destroyForcibly);
              found.path("approvals").forEach(asked -> allow(client, id, asked));
              return List.of("succeeded", "failed").contains(found.path("state").asText());
            });
    assertThat(task.path("state").asText())
        .as(() -> moment + "\n" + client.story(id))
        .isEqualTo("succeeded");
    assertThat(task.at("/result/explanation").asText()).isEqualTo("Counted.");
    assertThat(task.at("/result/check/status").asText())
        .isEqualTo(moment == Moment.COLLECTING ? "passed" : "");
    assertThat(client.patch(id)).endsWith("@@ -1 +1,2 @@\n-one\n+two\n+three\n");
    var calls = client.get("/logs/" + id + "/gateway.jsonl").text().lines().count();
    assertThat(calls).isEqualTo(moment == Moment.TOOL_CALL ? 4 : 3);
    assertThat(numbers(client.events(id)))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, client.events(id).size()).boxed().toList());
  }

  private static void allow(Client client, String id, JsonNode asked) {
    client.post(
        "/api/tasks/" + id + "/approvals/" + asked.path("id").asText(),
        Client.JSON.createObjectNode().put("decision", "allow"));
  }

  private static List<Integer> numbers(List<JsonNode> events) {
    return events.stream().map(event -> event.path("number").asInt()).toList();
  }
}
