package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Place;
import drydock.e2e.server.SharedServer;
import drydock.e2e.server.Shell;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// An agent of somebody else's that knows no more of the protocol than it must: it cannot load a
/// session, and this one refuses its first. It answers with what it was told.
@Tag("integration")
final class ForeignAgentTest {
  private static final String AGENT =
      """
      while read -r line; do
        id=$(sed -E 's/.*"id":([0-9]+).*/\\1/' <<<"$line")
        case $line in
          *'"initialize"'*) answer='"result":{"protocolVersion":1,"agentCapabilities":{}}' ;;
          *'"session/new"'*)
            answer='"result":{"sessionId":"one"}'
            [ -e ~/seen ] || answer='"error":{"code":-32000,"message":"log in first"}'
            touch ~/seen ;;
          *'"session/prompt"'*)
            told=$(sed -E 's/.*"text":"(([^"\\]|\\\\.)*)".*/\\1/' <<<"$line")
            printf '{"jsonrpc":"2.0","method":"session/update","params":{"sessionId":"one","update":'
            printf '{"sessionUpdate":"agent_message_chunk","content":{"type":"text","text":"%s"}}}}\\n' "${told//\\\\n/+}"
            answer='"result":{"stopReason":"end_turn"}' ;;
          *) answer='"error":{"code":-32601,"message":"not known"}' ;;
        esac
        printf '{"jsonrpc":"2.0","id":%s,%s}\\n' "$id" "$answer"
      done
      """;

  @Test
  void is_told_the_task_by_whatever_turn_reaches_it() {
    var place = Place.fresh();
    Shell.write(place.folder("agent").resolve("agent.sh"), AGENT);
    var mount = place.folder("agent").toString();
    Shell.write(
        place.home().resolve("drydock.yaml"),
        "agents: {foreign: {command: [bash, %s/agent.sh], mount: [%s]}}\n".formatted(mount, mount));
    place.script("foreign", Asked.says("Never asked."));
    var repository = Asked.repository(place, "foreign", Map.of("a.txt", "one\n"));
    try (var drydock = Drydock.up(place, SharedServer.SETTINGS)) {
      var client = drydock.client();
      var id = client.create(Asked.task("Paint.", repository, "foreign").put("agent", "foreign"));
      assertThat(client.ended(id).at("/failure/message").asText()).isEqualTo("log in first");

      assertThat(said(client, id, "Try again.", 2)).isEqualTo("Paint.++Try again.");
      assertThat(said(client, id, "In red.", 3)).isEqualTo("Paint.++In red.");
    } finally {
      place.remove();
    }
  }

  private static String said(Client client, String id, String text, int turn) {
    var body = Client.JSON.createObjectNode().put("text", text);
    Client.expect(202, client.post("/api/tasks/" + id + "/messages", body));
    return client.when(id, task -> isDone(task, turn)).at("/result/explanation").asText();
  }

  private static boolean isDone(JsonNode task, int turn) {
    return task.at("/attempts/0/turn").asInt() == turn
        && task.path("state").asText().equals("succeeded");
  }
}
