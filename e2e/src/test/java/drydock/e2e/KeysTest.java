package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Place;
import drydock.e2e.server.SharedServer;
import drydock.e2e.server.Shell;
import drydock.e2e.server.Vendor;
import drydock.e2e.server.Vendor.Heard;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A key that is given to the running server: used from then on, kept in one file, known nowhere
/// else.
@Tag("integration")
final class KeysTest {
  private static final String KEY = "sk-given-never-to-be-seen-0123";

  @Test
  void a_given_key_serves_tasks_at_once_and_after_a_start_and_is_in_one_file_only() {
    var place = Place.fresh();
    try (var vendor = new Vendor()) {
      var files = Map.of("sum.sh", "echo $(($1 - $2))\n");
      var repository = Asked.repository(place, "sum", files);
      try (var drydock = Drydock.up(place, SharedServer.SETTINGS)) {
        var client = drydock.client();
        var given = Client.JSON.createObjectNode().put("key", KEY).put("url", vendor.url());
        assertThat(Client.expect(200, client.put("/api/providers/openai", given)).toString())
            .contains("\"from\":\"kept\"", "\"keyEnds\":\"0123\"");
        assertThat(client.get("/api/models").text()).contains("openai/one");

        var task = Asked.task("Mend it.", repository, "");
        task.remove("model");
        var id = client.create(task);

        assertThat(client.ended(id).path("state").asText())
            .as(() -> client.story(id))
            .isEqualTo("succeeded");
        assertThat(client.get("/api/repos").text()).contains("\"title\":\"sum\"", "\"tasks\":1");
      }
      try (var drydock = Drydock.up(place, SharedServer.SETTINGS)) {
        var client = drydock.client();
        assertThat(client.get("/api/providers").text()).contains("\"keyEnds\":\"0123\"");
        assertThat(client.delete("/api/providers/openai").status()).isEqualTo(204);
        assertThat(client.get("/api/models").text()).doesNotContain("openai/one");
      }
      assertThat(vendor.heard())
          .contains(new Heard("/v1/chat/completions", "Bearer " + KEY))
          .allMatch(heard -> heard.key().equals("Bearer " + KEY));
      assertThat(Shell.bash(place.root(), "grep -rl never-to-be-seen . 2>/dev/null || true"))
          .isEmpty();
    } finally {
      place.remove();
    }
  }
}
