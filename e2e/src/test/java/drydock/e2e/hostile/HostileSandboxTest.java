package drydock.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Place;
import drydock.e2e.server.SharedServer;
import drydock.e2e.server.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Sandboxes whose one aim is the host that reads them: a real server, real sandboxes, and
/// neighbours that must not notice.
@Tag("integration")
final class HostileSandboxTest {
  /// Leaves whatever a reader could stumble over, in all three folders that the host keeps.
  private static final String LEAVE =
      """
      for place in . ~ /app/output; do
        cd "$place"; mkdir -p trap/closed "$(printf 'new\\nline\\033[31m')"
        ln -s / trap/root; ln -s /etc/passwd trap/passwd; ln -s trap/loop trap/loop; mkfifo trap/fifo
        truncate -s 4T trap/sparse; echo x >"$(printf 'trap/caf\\351')"
        echo x >"$(printf 'new\\nline\\033[31m/file')"; chmod 4755 "$(printf 'trap/caf\\351')"
        python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("trap/socket")' || mkfifo trap/socket
        (cd trap; for i in $(seq 300); do mkdir d; cd d; done; echo x >f)
        mkdir trap/many; (cd trap/many; seq 3000 | xargs touch)
        chmod 0 trap/closed; cd /app/code
      done
      git config core.fsmonitor 'touch CANARY/fsmonitor'; git config core.worktree /
      git config filter.x.clean 'touch CANARY/clean'; echo '* filter=x' >.git/info/attributes
      printf '#!/bin/sh\\ntouch CANARY/hook\\n' >.git/hooks/post-checkout 2>/dev/null
      echo / >.git/objects/info/alternates; echo fine >fine.txt; echo fine >/app/output/fine.txt
      rm -f ~/.bashrc; echo done
      """;

  /// Says every wrong thing once, then much of it, and ends with an answer of the wrong type.
  private static final String AGENT =
      """
      say() { printf '%s\\n' "$1"; }
      update() { say '{"jsonrpc":"2.0","method":"session/update","params":{"sessionId":"one","update":'"$1"'}}'; }
      while read -r line; do
        id=$(sed -E 's/.*"id":([0-9]+).*/\\1/' <<<"$line")
        case $line in
          *'"initialize"'*)
            say 'not JSON at all'; say '[[[[[[]'; printf '\\377\\376\\n'; say '{"id":77,"result":{}}'
            say '{"id":5,"method":"fs/read_text_file","params":{"path":"/etc/shadow"}}'
            say '{"id":6,"method":"fs/write_text_file","params":{"path":"CANARY/written","content":"x"}}'
            head -c 6000000 /dev/zero | tr '\\0' '['; echo
            head -c 9000000 /dev/zero | tr '\\0' 'x'; echo
            answer='"result":{"protocolVersion":1,"agentCapabilities":[]}' ;;
          *'"session/new"'*) answer='"result":{"sessionId":"one"}' ;;
          *'"session/prompt"'*)
            update '{"sessionUpdate":"tool_call","toolCallId":"c","title":"\\u001b]0;owned\\u0007 \\u202etitle","kind":[]}'
            update '{"sessionUpdate":"tool_call_update","toolCallId":"never begun","status":"completed"}'
            update '{"sessionUpdate":"plan","entries":7}'
            for i in $(seq 2000); do
              say '{"id":"p'$i'","method":"session/request_permission","params":{"toolCall":{"toolCallId":"c"},"options":[]}}'
            done
            head -c 67000000 /dev/zero | tr '\\0' 'e' >&2
            text=$(head -c 16000 /dev/zero | tr '\\0' 't')
            flood=$(update '{"sessionUpdate":"agent_message_chunk","content":{"type":"text","text":"'"$text"'"}}')
            yes "$flood" | head -c 69000000; echo
            answer='"result":["end_turn"]' ;;
          *) continue ;;
        esac
        say '{"jsonrpc":"2.0","id":'"$id"','"$answer"'}'
      done
      """;

  @Test
  void hostile_sandboxes_end_as_tasks_and_leave_nothing() throws IOException {
    var place = Place.fresh();
    var canary = place.folder("canary");
    Shell.write(canary.resolve("secret"), "SECRET\n");
    Shell.write(place.folder("agent").resolve("agent.sh"), AGENT.replace("CANARY", canary + ""));
    var mount = place.folder("agent").toString();
    Shell.write(
        place.home().resolve("drydock.yaml"),
        "agents: {liar: {command: [bash, %s/agent.sh], mount: [%s]}}\n".formatted(mount, mount));
    place.script(
        "leave", Asked.runs("", LEAVE.replace("CANARY", canary + "")) + Asked.says("Left."));
    place.script("fix", Asked.runs("", "echo fixed >a.txt") + Asked.says("Fixed."));
    var repository = Asked.repository(place, "code", Map.of("a.txt", "one\n"));
    try (var drydock = Drydock.up(place, SharedServer.SETTINGS)) {
      var client = drydock.client();
      var before = Listings.everything(place.home());
      var liar = client.create(Asked.task("Lie.", repository, "fix").put("agent", "liar"));
      var leaver = client.create(Asked.task("Leave.", repository, "leave"));
      var neighbour = client.create(Asked.task("Fix it.", repository, "fix"));

      assertThat(client.ended(neighbour).path("state").asText()).isEqualTo("succeeded");
      left(client, leaver, place);
      lied(client, liar, place);

      for (var id : List.of(liar, leaver, neighbour)) {
        assertThat(client.delete("/api/tasks/" + id).status()).isEqualTo(204);
      }
      assertThat(Listings.everything(place.home())).isEqualTo(before);
      assertThat(Shell.bash(canary, "find . -type f")).isEqualTo("./secret\n");
      assertThat(Files.readString(place.log())).doesNotContain("OutOfMemory", "StackOverflow");
    } finally {
      place.remove();
    }
  }

  private static void left(Client client, String id, Place place) {
    var task = client.ended(id);
    assertThat(task.path("state").asText()).as(() -> client.story(id)).isEqualTo("succeeded");
    var patch = client.patch(id);
    assertThat(patch).contains("+++ b/fine.txt", "new file mode 120000", "b/trap/many/3000");
    assertThat(patch).doesNotContain("root:", "\033");
    assertThat(task.at("/result/artifacts").valueStream().map(each -> each.path("path").asText()))
        .contains("fine.txt", "new\nline\033[31m/file")
        .doesNotContain("trap/root", "trap/passwd", "trap/fifo", "trap/sparse");
    assertThat(notes(client.events(id)))
        .contains("trap/sparse is too large (4398046511104 bytes): left out");
    assertThat(Shell.bash(place.home(), "find logs -type l -o -type p -o -size +300M")).isEmpty();
  }

  private static List<String> notes(List<JsonNode> events) {
    return events.stream()
        .filter(event -> event.path("type").asText().equals("noted"))
        .map(event -> event.path("text").asText())
        .toList();
  }

  private static void lied(Client client, String id, Place place) throws IOException {
    var task = client.ended(id);
    assertThat(task.at("/failure/cause").asText())
        .as(() -> client.story(id))
        .isEqualTo("agent_failed");
    assertThat(task.at("/failure/message").asText()).isEqualTo("the agent stopped: other");
    var events = client.events(id);
    assertThat(notes(events)).containsOnlyOnce("the agent says too much: the rest is not kept");
    var log = place.home().resolve("logs/" + id + "/agent.log");
    assertThat(Files.size(log)).isLessThan(70L << 20);
    assertThat(Files.readString(log)).contains("[not the protocol] not JSON at all");
    assertThat(events.stream().mapToInt(event -> event.toString().length()).sum())
        .isLessThan(80 << 20);
  }
}
