package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.SharedServer;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A link for people without an account shows what it says, and nothing else.
@Tag("integration")
@ExtendWith(SharedServer.class)
final class ShareTest {
  @Test
  void a_share_shows_the_result_until_it_is_revoked(Drydock drydock) {
    var client = drydock.client();
    var repository = Asked.repository(drydock.place(), "share", Map.of("a.txt", "one\n"));
    drydock.place().script("share", Asked.runs("", "echo two >a.txt") + Asked.says("Shared work."));
    var id = client.create(Asked.task("Change it.", repository, "share"));
    client.ended(id);

    var result = share(client, id, "{\"expiresIn\":\"PT1H\"}");
    var logs = share(client, id, "{\"include\":[\"logs\"]}");

    var page = client.getAsStranger(link(result) + "/task.json");
    assertThat(page.json().at("/result/explanation").asText()).isEqualTo("Shared work.");
    assertThat(page.text()).doesNotContain(repository.toString());
    assertThat(client.getAsStranger(link(result) + "/explanation.md").text())
        .isEqualTo("Shared work.");
    assertThat(client.getAsStranger(link(result) + "/diff.patch").text())
        .isEqualTo(client.patch(id))
        .contains("+two");
    assertThat(statuses(client, link(result)))
        .isEqualTo(Map.of("agent.log", 404, "prompt.txt", 404, "token", 404));
    assertThat(statuses(client, link(logs)))
        .isEqualTo(Map.of("agent.log", 200, "prompt.txt", 404, "token", 404));
    assertThat(client.getAsStranger("/api/tasks/" + id).status()).isEqualTo(401);
    assertThat(client.getAsStranger("/logs/" + id + "/diff.patch").status()).isEqualTo(401);

    assertThat(client.delete("/api/shares/" + result.path("id").asText()).status()).isEqualTo(204);

    assertThat(client.getAsStranger(link(result) + "/task.json").status()).isEqualTo(404);
    assertThat(client.getAsStranger(link(result) + "/diff.patch").status()).isEqualTo(404);
    assertThat(client.getAsStranger(link(logs) + "/diff.patch").status()).isEqualTo(200);
  }

  private static JsonNode share(Client client, String id, String asked) {
    return Client.expect(201, client.post("/api/tasks/" + id + "/shares", Client.parse(asked)));
  }

  private static String link(JsonNode share) {
    return share.path("url").asText().replaceFirst("^https?://[^/]+", "");
  }

  private static Map<String, Integer> statuses(Client client, String link) {
    return Stream.of("agent.log", "prompt.txt", "token")
        .collect(
            Collectors.toMap(
                Function.identity(), name -> client.getAsStranger(link + "/" + name).status()));
  }
}
